"""The batches room on screen: own batch, count sheet, board, bag, posting files."""
