"""The demonstration: a practice city with simulated devices, and without a display the real window played through."""
