"""Devices that are not there: they speak the same bytes on loopback lines, and their faults can be switched on."""
