"""The look: colour tokens, type, icons, palette and style sheet, all built from one table and one text scale.

Nothing here knows a screen. A widget asks `current_look()` for its `Look` when it lays out and when it paints, so
a change of theme or text size needs no second place (LOOK section 8).

    from ui.look.theme import Look, apply_look, current_look
    apply_look(application, Look(LIGHT, scale_percent=100))
"""
