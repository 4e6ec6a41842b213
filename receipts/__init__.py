"""Paper: layouts make slips of records, renderers make print plans, pictures and PDFs of slips."""
