"""The built program checks itself: whether everything it needs came along (`citytill --self-check`)."""
