"""What the rules need from outside, as Protocols in a cashier's words."""
