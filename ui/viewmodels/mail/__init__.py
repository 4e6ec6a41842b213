"""The mail room's models: open a listed batch, key items, set aside, close against the control total."""
