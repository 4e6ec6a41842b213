"""View-models of the reports room."""
