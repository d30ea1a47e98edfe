"""Accounts and their roles (signing in: tests/toegang); demo accounts only in the demo; production refuses unsafe settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.core.management.utils import get_random_secret_key
from django.test import Client

from kennisplatform import omgeving, veilig
from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.models import Gebruiker

pytestmark = pytest.mark.django_db


def test_there_is_a_demo_account_for_each_role() -> None:
    for rol in ROLLEN:
        assert [g.name for g in Gebruiker.objects.get(email=f"{rol.code}@demo.example").groups.all()] == [rol.naam]


def test_the_demo_refuses_on_a_real_site(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="geen demo"):
        call_command("demo", alleen_klaarzetten=True)


def test_an_address_is_unique_whatever_its_capitals() -> None:
    gebruiker = Gebruiker.objects.create_user("Nieuw@Voorbeeld.Example", "x" * 20)
    assert gebruiker.email == "nieuw@voorbeeld.example"
    with pytest.raises(ValueError, match="e-mail"):
        Gebruiker.objects.create_user("")


def test_an_administrator_makes_an_account(als: Callable[[str], Client]) -> None:
    client = als("Beheerder")
    assert client.get("/admin/users/").status_code == 200
    gegevens = {
        "email": "ans@voorbeeld.example",
        "first_name": "Ans",
        "last_name": "de Vries",
        "password1": "een-goed-lang-w8woord",
        "password2": "een-goed-lang-w8woord",
        "is_active": "on",
    }
    antwoord = client.post("/admin/users/new/", gegevens)
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    assert Gebruiker.objects.get(email="ans@voorbeeld.example").check_password("een-goed-lang-w8woord")


@pytest.mark.parametrize(
    ("instelling", "waarde", "woord"),
    [
        ("DEBUG", True, "DEBUG"),
        ("DEMO", True, "DEMO"),
        ("SECRET_KEY", "kort", "SECRET_KEY"),
        ("SECRET_KEY", "", "SECRET_KEY"),
        ("ALLOWED_HOSTS", ["*"], "ALLOWED_HOSTS"),
        ("ALLOWED_HOSTS", [], "ALLOWED_HOSTS"),
        ("ACHTER_TLS", False, "ACHTER_TLS"),
        ("DEFAULT_FROM_EMAIL", "kennisplatform@localhost", "AFZENDER"),
    ],
)
def test_production_refuses_and_says_what(settings: Any, instelling: str, waarde: Any, woord: str) -> None:
    settings.DEBUG = settings.DEMO = False
    settings.SECRET_KEY, settings.ALLOWED_HOSTS = get_random_secret_key() + "x" * 10, ["buurt.example"]
    settings.ACHTER_TLS, settings.DEFAULT_FROM_EMAIL = True, "Kennisplatform <post@buurt.example>"
    assert veilig.bezwaren() == veilig.waarschuwingen() == []
    setattr(settings, instelling, waarde)
    with pytest.raises(ImproperlyConfigured, match=woord):
        veilig.weiger_onveilig()


def test_a_slip_in_the_environment_does_not_become_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROEF", "jaa")
    with pytest.raises(ImproperlyConfigured, match="PROEF"):
        omgeving.janee("PROEF", standaard=True)
    monkeypatch.setenv("PROEF", "mysql://x")
    with pytest.raises(ImproperlyConfigured, match="PROEF"):
        omgeving.database("PROEF", "sqlite:///x")
    monkeypatch.setenv("PROEF", "postgres://jan:p%40s@db:5433/buurt")
    assert omgeving.database("PROEF", "")["PASSWORD"] == "p@s"
