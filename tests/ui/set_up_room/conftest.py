"""The Set-up room in the real window over a practice folder, by keys."""

from tests.ui.window.conftest import at_the_window, city, founded_city

__all__ = ["at_the_window", "city", "founded_city"]
