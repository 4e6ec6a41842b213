"""The batches room: a cashier's own batch and blind count, the supervisor's board, bags and posting files."""
