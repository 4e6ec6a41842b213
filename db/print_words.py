"""The words that work_print_job and its readers share."""

QUEUED = "queued"
PULSE = "pulse"
