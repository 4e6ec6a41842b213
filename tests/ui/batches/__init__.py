"""The batches room as people see and press it."""
