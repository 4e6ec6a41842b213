"""The real window over a practice folder (fixtures of the window's own tests)."""

from tests.ui.window.conftest import at_the_window, city, founded_city  # noqa: F401
