"""The real window driven from outside by key presses, scans and fed checks: for demo, self-check and bench."""
