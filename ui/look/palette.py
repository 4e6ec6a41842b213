"""The palette Fusion paints with, from the tokens (LOOK section 8)."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.look.tokens import Tokens

_ROLE = QPalette.ColorRole
_DISABLED = QPalette.ColorGroup.Disabled


def build_palette(tokens: Tokens) -> QPalette:
    """Every role a standard widget asks for, and the disabled group in ink3 on sunk."""
    palette = QPalette()
    for role, colour in (
        (_ROLE.Window, tokens.bg),
        (_ROLE.Base, tokens.surface),
        (_ROLE.AlternateBase, tokens.surface),
        (_ROLE.Button, tokens.raised),
        (_ROLE.Text, tokens.ink),
        (_ROLE.WindowText, tokens.ink),
        (_ROLE.ButtonText, tokens.ink),
        (_ROLE.PlaceholderText, tokens.ink3),
        (_ROLE.Highlight, tokens.accent),
        (_ROLE.HighlightedText, tokens.on_accent),
        (_ROLE.Link, tokens.accent),
        (_ROLE.LinkVisited, tokens.accent),
        (_ROLE.Accent, tokens.accent),
        (_ROLE.Light, tokens.raised),
        (_ROLE.Midlight, tokens.hover),
        (_ROLE.Mid, tokens.line),
        (_ROLE.Dark, tokens.line2),
        (_ROLE.Shadow, tokens.line2),
        (_ROLE.ToolTipBase, tokens.inverse),
        (_ROLE.ToolTipText, tokens.on_inverse),
    ):
        palette.setColor(role, QColor(colour))
    for role in (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText):
        palette.setColor(_DISABLED, role, QColor(tokens.ink3))
    for role in (_ROLE.Base, _ROLE.Button):
        palette.setColor(_DISABLED, role, QColor(tokens.sunk))
    return palette
