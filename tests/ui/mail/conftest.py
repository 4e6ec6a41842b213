"""The real window of `tests/ui/window`, with somebody at the mail desk."""

from tests.ui.window.conftest import at_the_window, city, founded_city

__all__ = ["at_the_window", "city", "founded_city"]
