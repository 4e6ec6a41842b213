"""The search file: accounts as you type, in a keyed file of its own so that its merges never hold the journal's lock.

It proves nothing, is built from the account view and swapped in whole (`build`); `finder` asks it.
"""
