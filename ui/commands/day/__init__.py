"""A scripted day without a window: the same use-cases and simulated devices, driven by a clock set by hand.

`citytill day`: people, customers and amounts come from the seed and the books alone, so the same seed gives the same
cents. Nothing here imports Qt.
"""
