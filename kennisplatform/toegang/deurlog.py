"""What happened at the door, a line each: who came in, what was wrong, what a person changed about their own way in.

A person is a number here, never a name or an address; an address that nobody has here is 'unknown', and isn't written
down. Who keeps the log can make a time line of it, and sees a guesser come by.
"""

from __future__ import annotations

import logging
from typing import Any, Final

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as auth
from django.contrib.auth.models import AbstractBaseUser
from django.dispatch import Signal

from kennisplatform.toegang import tellers

log = logging.getLogger("kennisplatform.toegang.deur")

GEBEURTENISSEN: Final[tuple[tuple[Signal, str], ...]] = (
    (auth.user_logged_in, "signed in"),
    (auth.user_logged_out, "signed out"),
    (mfa.authentication_failed, "second step wrong"),
    (mfa.authenticator_added, "second step added"),
    (mfa.authenticator_removed, "second step removed"),
    (mfa.authenticator_reset, "recovery codes made anew"),
    (account.user_signed_up, "account made"),
    (account.password_set, "password set"),
    (account.password_changed, "password changed"),
    (account.password_reset, "password chosen by mail"),
    (account.email_changed, "address changed"),
)


def verbind() -> None:
    """Called once, when the app is ready."""
    for signaal, wat in GEBEURTENISSEN:
        signaal.connect(_schrijver(wat), weak=False, dispatch_uid=f"deurlog {wat}")
    auth.user_login_failed.connect(_mislukt, dispatch_uid="deurlog mislukt")


def te_vaak(wie: AbstractBaseUser | None) -> None:
    log.info("door: too many tries, %s", _wie(wie))


def _schrijver(wat: str) -> Any:
    def schrijf(user: AbstractBaseUser | None = None, **_: Any) -> None:
        if user is not None:  # who signs out after their session had ended is nobody
            log.info("door: %s, %s", wat, _wie(user))

    return schrijf


def _mislukt(credentials: dict[str, Any], **_: Any) -> None:
    log.info("door: wrong password, %s", _wie(tellers.eigenaar(str(credentials.get("email", "")))))


def _wie(wie: AbstractBaseUser | None) -> str:
    return f"person {wie.pk}" if wie is not None else "unknown address"
