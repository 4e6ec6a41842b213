"""How bytes reach a device: network, serial line, USB, spooler."""
