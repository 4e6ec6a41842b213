"""Step 11, everything at a glance: the last page before anything is written."""

from ui.viewmodels.set_up.step import Note, SetUpStep


class GlanceStep(SetUpStep):
    """Asks nothing; what it shows comes from the others."""

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Make the station")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Everything at a glance")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("Nothing is written yet. Change what you like, then make the station.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("everything at a glance")

    def notes(self) -> tuple[Note, ...]:
        """Beside it."""
        return (
            Note("shield-check", self.tr("The station is made at once or not at all. Then sign-in opens.")),
        )
