"""Pages as a PDF that is the same to the byte each time (R36): no time stamp, no random name, our own fonts."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from receipts.renderers.ink import Anchor, Box, Face, Line, Mark, Page, Points, Words

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_DASH = (2, 2)


def measure(text: str, face: Face, size: Points) -> Points:
    """The width of the text in points."""
    from reportlab.pdfbase import pdfmetrics

    _give_face(face)
    return float(pdfmetrics.stringWidth(text, face.name, size))


def write_pdf(pages: Iterable[Page], *, title: str) -> bytes:
    """The pages as one PDF file; the same pages and title give the same bytes.

    reportlab keeps its fonts for the whole program: call from one thread at a time.
    """
    from reportlab.pdfgen.canvas import Canvas

    for face in Face:
        _give_face(face)
    file = BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor("CityTill")
    canvas.setSubject("")
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _put(canvas, mark, page.height)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _give_face(face: Face) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if face.name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(face.name, str(FONTS / face.value)))


def _put(canvas: Any, mark: Mark, height: Points) -> None:
    match mark:
        case Words():
            _put_words(canvas, mark, height)
        case Line():
            canvas.setStrokeColor(mark.colour)
            canvas.setLineWidth(mark.width)
            canvas.setDash(*_DASH) if mark.dashed else canvas.setDash()
            canvas.line(mark.x1, height - mark.y1, mark.x2, height - mark.y2)
        case Box():
            canvas.setDash()
            canvas.setLineWidth(Line.width)
            canvas.setStrokeColor(mark.colour)
            canvas.setFillColor(mark.colour)
            bottom = height - mark.y - mark.height
            canvas.rect(mark.x, bottom, mark.width, mark.height, stroke=int(not mark.filled), fill=int(mark.filled))


def _put_words(canvas: Any, words: Words, height: Points) -> None:
    canvas.setFillColor(words.colour)
    canvas.setFont(words.face.name, words.size)
    draw = {
        Anchor.LEFT: canvas.drawString,
        Anchor.CENTRE: canvas.drawCentredString,
        Anchor.RIGHT: canvas.drawRightString,
    }[words.anchor]
    if words.high == 1:
        draw(words.x, height - words.y, words.text)
        return
    canvas.saveState()
    canvas.translate(words.x, height - words.y)
    canvas.scale(1, words.high)
    draw(0, 0, words.text)
    canvas.restoreState()
