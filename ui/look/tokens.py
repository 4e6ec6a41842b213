"""The colour tokens of LOOK section 2 as frozen data, and the WCAG 2.1 contrast they are held to."""

from __future__ import annotations

from typing import NamedTuple

# WCAG 2.1, relative luminance: the sRGB breakpoint, slope, offset and gamma.
_LINEAR_BELOW = 0.04045
_LINEAR_SLOPE = 12.92
_OFFSET = 0.055
_GAMMA = 2.4
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_FLARE = 0.05


class Tokens(NamedTuple):
    """One theme: a colour a name, each `#RRGGBB`; `scrim_percent` is how opaque the ground behind a dialog is."""

    name: str
    is_dark: bool
    border_px: int
    bg: str
    surface: str
    raised: str
    sunk: str
    hover: str
    tint: str
    tint_line: str
    line: str
    line2: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    risk: str
    risk_tint: str
    risk_line: str
    attention: str
    attention_tint: str
    attention_line: str
    attention_fill: str
    on_attention_fill: str
    inverse: str
    on_inverse: str
    inverse_icon: str
    strip: str
    on_strip: str
    quiet_on_strip: str
    trouble_on_strip: str
    strip_line: str
    chart_now: str
    chart_other: str
    scrim: str
    scrim_percent: int


LIGHT = Tokens(
    name="light", is_dark=False, border_px=1,
    bg="#F3F4F1", surface="#FFFFFF", raised="#FFFFFF", sunk="#E9EBE7", hover="#EEF0ED",
    tint="#E1EEF1", tint_line="#A9CBD3", line="#DADDD8", line2="#7F8883",
    ink="#171D1B", ink2="#454F4B", ink3="#5C6662",
    accent="#0B5C70", accent_hover="#084A5B", accent_pressed="#063A48", on_accent="#FFFFFF",
    risk="#B0241C", risk_tint="#FBE9E7", risk_line="#E5B0AB",
    attention="#7A4B00", attention_tint="#FFF1CF", attention_line="#E3C06C",
    attention_fill="#F2B632", on_attention_fill="#2A1E00",
    inverse="#1D2624", on_inverse="#FFFFFF", inverse_icon="#FFD36B",
    strip="#1D2624", on_strip="#F2F5F3", quiet_on_strip="#B6C0BC", trouble_on_strip="#FFD36B", strip_line="#3A4542",
    chart_now="#0B5C70", chart_other="#78949B", scrim="#171D1B", scrim_percent=43,
)

DARK = Tokens(
    name="dark", is_dark=True, border_px=1,
    bg="#121716", surface="#1B2221", raised="#232C2A", sunk="#0D1110", hover="#232C2A",
    tint="#163640", tint_line="#2D5F6C", line="#34403D", line2="#7C8A85",
    ink="#EDF2F0", ink2="#BBC6C1", ink3="#9AA7A2",
    accent="#74C7D8", accent_hover="#93D6E4", accent_pressed="#B4E4EE", on_accent="#06262E",
    risk="#FF9A90", risk_tint="#3B1B18", risk_line="#7E3B34",
    attention="#F5C964", attention_tint="#352A11", attention_line="#6E5820",
    attention_fill="#F2B632", on_attention_fill="#2A1E00",
    inverse="#EDF2F0", on_inverse="#121716", inverse_icon="#6A4200",
    strip="#0B0F0E", on_strip="#EDF2F0", quiet_on_strip="#A9B5B0", trouble_on_strip="#F5C964", strip_line="#2B3633",
    chart_now="#74C7D8", chart_other="#5F7B83", scrim="#000000", scrim_percent=59,
)

HIGH_CONTRAST = Tokens(
    name="high contrast", is_dark=True, border_px=2,
    bg="#000000", surface="#000000", raised="#000000", sunk="#000000", hover="#1F1F1F",
    tint="#00303B", tint_line="#5CE1FF", line="#8C8C8C", line2="#FFFFFF",
    ink="#FFFFFF", ink2="#FFFFFF", ink3="#E6E6E6",
    accent="#5CE1FF", accent_hover="#A6F0FF", accent_pressed="#FFFFFF", on_accent="#000000",
    risk="#FF9A8F", risk_tint="#3A0A05", risk_line="#FF9A8F",
    attention="#FFD84A", attention_tint="#2E2400", attention_line="#FFD84A",
    attention_fill="#FFD84A", on_attention_fill="#2A1E00",
    inverse="#FFFFFF", on_inverse="#000000", inverse_icon="#5C3A00",
    strip="#000000", on_strip="#FFFFFF", quiet_on_strip="#FFFFFF", trouble_on_strip="#FFD84A", strip_line="#8C8C8C",
    chart_now="#5CE1FF", chart_other="#8C8C8C", scrim="#000000", scrim_percent=78,
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST)


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 (black) to 1 (white), by WCAG 2.1."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        value / _LINEAR_SLOPE if value <= _LINEAR_BELOW else ((value + _OFFSET) / (1 + _OFFSET)) ** _GAMMA
        for value in channels
    )
    return sum(weight * value for weight, value in zip(_WEIGHTS, linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, by WCAG 2.1; the order does not matter."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + _FLARE) / (darker + _FLARE)
