"""Printers, drawers and readers: drivers over transports, and simulators that speak the same bytes."""
