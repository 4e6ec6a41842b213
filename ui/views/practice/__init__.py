"""The practice side window: the devices of a practice station, to be watched and worked by hand."""
