"""The reasons a cashier or supervisor picks from (cashiering T5); a note may say more."""

VOID_REASONS = (
    "Wrong account", "Wrong amount", "Wrong tender", "Duplicate", "Customer changed mind", "Card declined after",
    "Test or training",
)  # fmt: skip
NO_SALE_REASONS = ("Make change", "Put coin in", "Drawer check", "Retrieve item", "Drawer did not open")
OVER_SHORT_REASONS = (
    "Miscount found", "Change error", "Counterfeit", "Unreceipted item found", "Starting cash error", "Unknown",
)  # fmt: skip
OVERRIDE_REASONS = ("Bank confirmed funds", "Supervisor decision", "City error")
DROP_REASONS = ("Customer left", "Wrong account", "Customer pays later", "Scanned twice")
REJECT_REASONS = ("Recount cash", "Recount checks", "Check the card slips", "Receipt to be corrected")
REOPEN_REASONS = ("Item found after balancing", "Wrong tender on a receipt", "Counted the wrong batch")
NOT_A_VOID_REASON = "printer"
"""A printer's trouble is never a reason to void: reprint instead (T5)."""
