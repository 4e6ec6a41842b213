"""A sheet on letter pages, and as a PDF that is the same to the byte each time (R36)."""

from collections.abc import Iterator
from dataclasses import replace

from receipts.renderers.block_strips import block_strips
from receipts.renderers.ink import (
    HAIR,
    INK,
    INK2,
    INK3,
    LETTER,
    LINE2,
    Anchor,
    Box,
    Face,
    Line,
    Mark,
    Measure,
    Page,
    Points,
    Words,
)
from receipts.renderers.pdf import measure, write_pdf
from receipts.renderers.strips import PAGE_WIDTH, SMALL, WIDE_WIDTH, Strip, moved
from receipts.sheet import Section, Sheet

_MARGIN: Points = 54.0
_TOP: Points = 46.0
_BOTTOM_MARGIN: Points = 56.0
_FOOT_MARGIN: Points = 34.0
_TITLE: Points = 20.0


def sheet_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF; the same sheet gives the same bytes."""
    return write_pdf(sheet_pages(sheet, measure), title=sheet.name)


def sheet_pages(sheet: Sheet, measure: Measure) -> tuple[Page, ...]:
    """Letter pages with a foot that names the sheet and counts them; nothing is cut through by a page's end."""
    width, height = (LETTER[1], LETTER[0]) if sheet.is_wide else LETTER
    room = WIDE_WIDTH if sheet.is_wide else PAGE_WIDTH
    strips = [_head(sheet, room)]
    for section in sheet.sections:
        strips += _section(section, measure, room)
    pages = _flow(strips, height - _BOTTOM_MARGIN)
    foot = height - _FOOT_MARGIN
    return tuple(
        Page(width, height, (*marks, *_foot(sheet, n, len(pages), room, foot))) for n, marks in enumerate(pages, 1)
    )


def _section(section: Section, measure: Measure, room: Points) -> list[Strip]:
    body = [strip for block in section.blocks for strip in block_strips(block, measure, room)]
    if section.heading:
        words = Words(0, 26, section.heading, Face.SANS_STRONG, 11.5, INK)
        body.insert(0, Strip(35.0, (words,), with_next=True))
    if section.keep:
        body[:-1] = [replace(strip, with_next=True) for strip in body[:-1]]
    return body


def _flow(strips: list[Strip], bottom: Points) -> list[list[Mark]]:
    pages: list[list[Mark]] = [[]]
    y = _TOP
    for group in _groups(strips):
        if y + sum(strip.height for strip in group) > bottom and pages[-1]:
            pages.append([])
            y = _TOP
            again = group[0].again
        else:
            again = None
        for strip in ([again] if again else []) + group:
            pages[-1] += [moved(mark, _MARGIN, y) for mark in strip.marks]
            y += strip.height
    return pages


def _groups(strips: list[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.with_next:
            yield group
            group = []
    if group:
        yield group


def _head(sheet: Sheet, right: Points) -> Strip:
    marks: list[Mark] = [
        Words(0, 16, sheet.title, Face.SANS_STRONG, _TITLE, INK),
        Words(0, 33, sheet.number, Face.SANS_MEDIUM, 11.5, INK2),
        Words(right, 10, sheet.issuer, Face.SANS_STRONG, 10, INK, Anchor.RIGHT),
        *(Words(right, 22 + 11 * n, line, Face.SANS, 8.5, INK2, Anchor.RIGHT) for n, line in enumerate(sheet.place)),
    ]
    bottom = max(42.0, 22.0 + 11 * len(sheet.place))
    if sheet.mark:
        marks += [
            Box(0, bottom, right, 20, INK),
            Words(right / 2, bottom + 14, sheet.mark, Face.SANS_STRONG, 10, INK, Anchor.CENTRE),
        ]
        bottom += 28.0
    else:
        marks.append(Line(0, bottom, right, bottom, HAIR, LINE2))
    return Strip(bottom + 10.0, tuple(marks))


def _foot(sheet: Sheet, page: int, pages: int, room: Points, foot: Points) -> tuple[Mark, ...]:
    words = ", ".join(part for part in (sheet.issuer, sheet.name, sheet.mark) if part)
    return (
        Words(_MARGIN, foot, words, Face.SANS, SMALL, INK3),
        Words(_MARGIN + room, foot, f"Page {page} of {pages}", Face.SANS, SMALL, INK3, Anchor.RIGHT),
    )
