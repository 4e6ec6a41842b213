"""Parts that screens are made of: paint and sizes."""
