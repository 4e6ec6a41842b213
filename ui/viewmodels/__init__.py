"""What one part of a screen shows and can do; QtCore only."""
