"""One device, one file, one class; the only place that imports escpos."""
