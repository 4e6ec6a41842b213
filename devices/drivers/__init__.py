"""One device, one file, one class: what the ports ask for, as the bytes of a manual."""
