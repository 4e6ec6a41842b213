"""Whole-file work in a process of its own, niced, so that the window's thread never waits for the interpreter's lock.

It reads the file and the books and writes neither: what is to be kept comes back as ready slices through a pipe, and
the one writing process stores them (hot-path 5, DECISIONS 30). The search file, which proves nothing, it builds itself.
"""
