"""The rules of cashiering; imports Python's own library only."""
