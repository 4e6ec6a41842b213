"""One whole day through the view-models, from the morning's extract to the next one."""
