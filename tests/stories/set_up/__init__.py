"""A real station from nothing, and nothing from half a set-up."""
