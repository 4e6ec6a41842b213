"""Samples of mail: its list, an item aside, an item at work again; they stand behind all others."""

from typing import Any

from app.domain.facts.base import Sealed
from app.domain.facts.mail import MailListed, MailSetAside, MailTakenUp
from app.domain.tender import Tender

BATCH = "XDT1A-0001"
WORDS = Sealed("0a1b2c3d4e5f.d29yZHMgb2YgdGhlIG1haWwgdGhhdCBhcmUgc2VhbGVk")
LINE = "0a1b2c3d4e5f.YSBsaW5lIG9mIGEgY2hlY2sgdGhhdCBpcyBzZWFsZWQ"
CHECK = Tender("check", 4545, "5577", "1123", "Oologah State Bank", "ab" * 32, LINE)

MAIL_SAMPLES: tuple[Any, ...] = (
    MailListed(BATCH, ("mruiz", "tokafor"), 62, 680419, "2026-11-19"),
    MailListed(BATCH, ("mruiz", "tokafor"), 62, 684019, "2026-11-19", "Typed wrong", WORDS),
    MailSetAside(BATCH, 1, "No stub", (), (CHECK,), 4545),
    MailTakenUp(BATCH, 1, "d9"),
)
