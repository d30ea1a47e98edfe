"""A real mail server on loopback, that takes or refuses as a test tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from kennisplatform.post.models import Bericht
from kennisplatform.post.versturen import verstuur
from tests.server import vrije_poort


@dataclass
class Bus:
    """What came in, and what to answer: by the beginning of an address, for RCPT and for DATA."""

    poort: int = 0
    berichten: list[Any] = field(default_factory=list)
    rcpt: dict[str, str] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    ophangen: str = ""  # hang up instead of answering to whom this starts
    verbindingen: int = 0

    @property
    def ids(self) -> list[str]:
        return [bericht["Message-ID"] for bericht in self.berichten]

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.verbindingen += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        if self.ophangen and address.startswith(self.ophangen):
            server.transport.close()
        if antwoord := self.rcpt.get(address.partition("@")[0]):
            return antwoord
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if antwoord := self.data.get(envelope.rcpt_tos[0].partition("@")[0]):
            return antwoord
        self.berichten.append(message_from_bytes(envelope.content or b""))
        return "250 OK"


@pytest.fixture
def mailserver() -> Iterator[Bus]:
    bus = Bus(poort=vrije_poort())
    controller = Controller(bus, hostname="127.0.0.1", port=bus.poort)
    controller.start()
    yield bus
    controller.stop()


@pytest.fixture
def bus(mailserver: Bus, settings: Any, db: None) -> Bus:
    """The site mails to it."""
    settings.POST = settings.POST | {"VERVOER": "django.core.mail.backends.smtp.EmailBackend"}
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mailserver.poort
    return mailserver


@pytest.fixture
def schrijf(db: None) -> Callable[..., Bericht]:
    def een(aan: str = "ans", **meer: Any) -> Bericht:
        return verstuur(aan=f"{aan}@voorbeeld.example", onderwerp="Doe mee", tekst="Lees dit.", **meer)

    return een
