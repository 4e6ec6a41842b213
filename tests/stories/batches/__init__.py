"""A supervisor's day: batches opened, counted blind, explained, accepted, bagged and posted."""
