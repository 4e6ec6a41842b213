"""Devices that speak the same bytes, for practice and tests, with faults to switch on."""
