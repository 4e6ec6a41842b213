"""The table of LOOK section 2, recomputed from the tokens, so that nobody lowers a ratio unseen."""

from __future__ import annotations

import pytest

from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, THEMES, Tokens, contrast

EVERY_GROUND = ("bg", "surface", "raised", "sunk", "hover", "tint")
CALM_GROUND = ("bg", "surface", "sunk")
# token, grounds it may stand on, lowest ratio the table prints for light, dark, high contrast
TABLE = (
    ("line2", CALM_GROUND, 3.0, 4.5, 21.0),
    ("ink", EVERY_GROUND, 14.3, 11.3, 14.1),
    ("ink2", EVERY_GROUND, 7.1, 7.3, 14.1),
    ("ink3", EVERY_GROUND, 5.0, 5.1, 11.3),
    ("accent", EVERY_GROUND, 6.3, 6.7, 9.2),
    ("on_accent", ("accent",), 7.6, 8.2, 13.7),
    ("risk", (*EVERY_GROUND, "risk_tint"), 5.6, 6.3, 6.9),
    ("attention", (*EVERY_GROUND, "attention_tint"), 6.2, 8.2, 10.2),
    ("on_attention_fill", ("attention_fill",), 9.0, 9.0, 11.8),
    ("inverse_icon", ("inverse",), 10.9, 7.8, 10.2),
    ("quiet_on_strip", ("strip",), 8.3, 9.1, 21.0),
    ("chart_other", ("surface",), 3.2, 3.6, 6.2),
)
ROUNDING = 0.06  # the table prints one decimal
CASES = [
    pytest.param(tokens, name, grounds, figures[place], id=f"{tokens.name} {name}")
    for name, grounds, *figures in TABLE for place, tokens in enumerate((LIGHT, DARK, HIGH_CONTRAST))
]


@pytest.mark.parametrize(("tokens", "name", "grounds", "printed"), CASES)
def test_a_token_has_the_ratio_that_the_table_prints(
    tokens: Tokens, name: str, grounds: tuple[str, ...], printed: float
) -> None:
    lowest = min(contrast(getattr(tokens, name), getattr(tokens, ground)) for ground in grounds)
    assert lowest == pytest.approx(printed, abs=ROUNDING)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_text_on_its_own_ground_is_at_least_4_5(tokens: Tokens) -> None:
    pairs = (
        ("on_accent", "accent_hover"), ("on_accent", "accent_pressed"), ("on_inverse", "inverse"),
        ("on_strip", "strip"), ("trouble_on_strip", "strip"), ("ink", "attention_tint"), ("ink3", "sunk"),
        ("attention", "attention_tint"), ("risk", "risk_tint"),
    )
    for text, ground in pairs:
        assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5, (text, ground)


def test_contrast_runs_from_one_to_twenty_one_whatever_the_order() -> None:
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1.0)
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#7F8883", "#FFFFFF") == contrast("#FFFFFF", "#7F8883")


def test_high_contrast_draws_its_borders_twice_as_wide() -> None:
    assert [tokens.border_px for tokens in THEMES] == [1, 1, 2]
