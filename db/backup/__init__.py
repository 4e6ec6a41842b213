"""Backups that were opened and verified before they are called good, restores that begin a new incarnation.

And the mark of what this machine has printed, which an older file put in place cannot get past.
"""
