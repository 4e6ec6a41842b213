"""Writing verbs beside an open window: a terminal hands its request over a local socket, the window does it.

    terminal   verb -> Request -> knock ................. Answer -> stdout, stderr, exit code
                                   |  socket of the owner    ^
    window     Listener -> Conversation -> done(desk, request), on the desk's own lanes

Without a window the verb calls the same `done` on a desk of its own, so both ways say the same (DESIGN section 3).
"""
