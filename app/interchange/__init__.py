"""Other people's file formats as pure functions: bytes in, records and findings out, and back."""
