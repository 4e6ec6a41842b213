"""How bytes reach a device: TCP and serial lines that have limits and never pretend that all is well."""
