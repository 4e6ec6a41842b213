"""The Set-up room after the first set-up: people, settings, codes, devices and notes, each a page of its own."""
