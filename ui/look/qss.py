"""The one style sheet, generated from the tokens and the text scale (LOOK section 8).

It dresses frames by the dynamic property `role`, and the standard widgets. Text, buttons with key caps, badges and
the other custom parts paint themselves. A frame whose property changed calls `restyle(widget)`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.look.fonts import RESOURCES
from ui.look.tokens import Tokens

MARKS = RESOURCES / "marks"  # what a style sheet draws cannot take its colour from the tokens; a test compares


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a dynamic property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def build_qss(tokens: Tokens, px: Callable[[int], int], target: Callable[[int], int]) -> str:
    """The text of the style sheet; `px` scales type and heights, `target` heights of what is pressed."""
    parts = (
        _frames(tokens), _fields(tokens, px, target), _choices(tokens, px, target), _views(tokens, px),
        _menus(tokens, px),
    )
    return "\n".join(parts)


def _frames(t: Tokens) -> str:
    b = t.border_px
    return f"""
QFrame[role="card"] {{ background: {t.surface}; border: {b}px solid {t.line}; border-radius: 6px; }}
QFrame[role="card"][tone="tint"] {{ background: {t.tint}; border: {b}px solid {t.tint_line}; }}
QFrame[role="card"][tone="accent"] {{ background: {t.surface}; border: {b}px solid {t.accent}; }}
QFrame[role="card"][tone="sunk"] {{ background: {t.sunk}; border: none; }}
QFrame[role="card"][tone="quiet"] {{ background: {t.bg}; border: none; }}
QFrame[role="column"] {{ background: {t.surface}; border: none; border-left: {b}px solid {t.line}; border-radius: 0; }}
QFrame[role="side"] {{ background: {t.surface}; border: none; border-right: {b}px solid {t.line}; border-radius: 0; }}
QFrame[role="plain"] {{ background: {t.surface}; border: none; border-radius: 0; }}
QFrame[role="workspace"] {{ background: {t.bg}; border: none; }}
QFrame[role="rule"] {{ background: {t.line}; border: none; }}
QFrame[role="rule2"] {{ background: {t.line2}; border: none; }}
QFrame[role="dialog"] {{ background: {t.surface}; border: {b}px solid {t.line2}; border-radius: 8px; }}
"""


def _fields(t: Tokens, px: Callable[[int], int], target: Callable[[int], int]) -> str:
    b = t.border_px
    kinds = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QComboBox", "QDateEdit")
    fields = ", ".join(kinds)
    focus = ", ".join(f"{kind}:focus" for kind in kinds)
    disabled = ", ".join((*(f"{kind}:disabled" for kind in kinds), 'QLineEdit[readOnly="true"]'))
    fault = ", ".join(f'{kind}[tone="error"]' for kind in kinds)
    return f"""
{fields} {{ background: {t.surface}; color: {t.ink}; border: {b}px solid {t.line2}; border-radius: 4px;
  padding: 0 {px(11)}px; min-height: {target(36) - 2 * b}px; font-size: {px(14)}px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.ink3}; }}
QPlainTextEdit, QTextEdit {{ padding: {px(6)}px {px(9)}px; }}
{focus} {{ border: 2px solid {t.accent}; padding: 0 {px(10) if b == 1 else px(11)}px; min-height: {target(36) - 4}px; }}
{fault} {{ border: 2px solid {t.risk}; padding: 0 {px(10) if b == 1 else px(11)}px; min-height: {target(36) - 4}px; }}
{disabled} {{ background: {t.sunk}; color: {t.ink3}; border: {b}px solid {t.line}; }}
QLineEdit[role="bare"] {{ background: transparent; border: none; padding: 0; min-height: 0; font-size: {px(16)}px; }}
QLineEdit[role="inverse"] {{ background: transparent; color: {t.on_inverse}; border: 1px solid {t.on_inverse};
  placeholder-text-color: {t.on_inverse}; }}
QLineEdit[role="inverse"]:focus {{ border: 2px solid {t.inverse_icon}; }}
QLineEdit[role="amount"] {{ font-size: {px(16)}px; font-weight: 600; padding: 0 {px(10)}px; }}
QLineEdit[role="amount"]:focus, QLineEdit[role="amount"][tone="error"] {{ padding: 0 {px(9)}px; }}
QLineEdit[role="paying"] {{ font-size: {px(20)}px; font-weight: 600; padding: 0 {px(10)}px;
  min-height: {target(40) - 2 * b}px; }}
QLineEdit[role="paying"]:focus {{ padding: 0 {px(9)}px; min-height: {target(40) - 4}px; }}
QLineEdit[role="paying"][tone="error"] {{ padding: 0 {px(9)}px; min-height: {target(40) - 4}px; }}
QComboBox::drop-down {{ border: none; width: {px(28)}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line2};
  selection-background-color: {t.tint}; selection-color: {t.ink}; outline: none; }}
"""


def _choices(t: Tokens, px: Callable[[int], int], target: Callable[[int], int]) -> str:
    b = t.border_px
    tick = (MARKS / f"tick-{t.name.replace(' ', '-')}.svg").as_posix()
    return f"""
QCheckBox, QRadioButton {{ spacing: {px(8)}px; min-height: {target(32)}px; font-size: {px(14)}px; color: {t.ink}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.ink3}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {px(18) - 2 * b}px; height: {px(18) - 2 * b}px;
  border: {b}px solid {t.line2}; border-radius: 3px; background: {t.surface}; }}
QRadioButton::indicator {{ border-radius: {px(18) // 2}px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator:checked {{ border-color: {t.accent}; background: {t.accent}; image: url("{tick}"); }}
QRadioButton::indicator:checked {{ border-color: {t.accent}; background: qradialgradient(cx: 0.5, cy: 0.5,
  radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 {t.accent}, stop: 0.55 {t.accent}, stop: 0.6 {t.surface}); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.ink3}; }}
QToolTip {{ background: {t.inverse}; color: {t.on_inverse}; border: none; padding: 6px 8px; font-size: {px(13)}px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {t.line2}; border: 3px solid {t.surface}; border-radius: {px(6)}px;
  min-height: {px(32)}px; min-width: {px(32)}px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {t.sunk}; border: none; border-radius: 4px; min-height: {px(8)}px; max-height: {px(8)}px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
"""


def _views(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
QTableView, QListView, QTreeView {{ background: {t.surface}; color: {t.ink}; border: none; outline: none;
  gridline-color: {t.line}; font-size: {px(14)}px; selection-background-color: {t.tint}; selection-color: {t.ink}; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{ background: {t.surface}; color: {t.ink2}; border: none; border-bottom: 1px solid {t.line2};
  padding: 0 {px(12)}px; font-size: {px(12)}px; font-weight: 500; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
"""


def _menus(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
QMenu {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line2}; padding: 4px; font-size: {px(14)}px; }}
QMenu::item {{ padding: {px(8)}px {px(24)}px {px(8)}px {px(12)}px; border-radius: 4px; min-width: {px(160)}px; }}
QMenu::item:selected {{ background: {t.tint}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.ink3}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
"""
