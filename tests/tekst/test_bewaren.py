"""Text is clean in whatever way it came in: a form, the admin, blocks, a revision, an account, the loader."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.core.management import call_command
from wagtail.models import Page

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis.models import Afbeelding
from kennisplatform.preventie.models import Artikel
from kennisplatform.tekst import opruimen
from leernetwerk.delen.models import Inzending
from tests import mensen
from tests.agenda import hulp as agenda

VUIL, NAAM, TEKST = "Zo\x92n\u202e \u200bnaam", "Zo’n naam", "Zo’n \u200bnaam"


class Proef(forms.Form):
    naam = forms.CharField(max_length=9)
    verhaal = forms.CharField(widget=forms.Textarea)
    wachtwoord = forms.CharField(widget=forms.PasswordInput)


def test_a_form_checks_what_is_left() -> None:
    formulier = Proef({"naam": VUIL, "verhaal": "een\x0btwee", "wachtwoord": "cafe\u0301\x92"})
    assert formulier.is_valid(), formulier.errors  # nine letters that somebody sees
    assert formulier.cleaned_data == {"naam": NAAM, "verhaal": "een\ntwee", "wachtwoord": "cafe\u0301\x92"}
    leeg = Proef({"naam": "\u200b\u3164\u2060", "verhaal": "x", "wachtwoord": "x"})
    assert list(leeg.errors) == ["naam"], "a name that nobody sees is no name"


@pytest.mark.django_db
@pytest.mark.usefixtures("eigen_index")
def test_pages_blocks_and_revisions() -> None:
    een = Artikel.objects.get(slug="bang-om-te-vallen")
    een.title, een.samenvatting = VUIL, "een\x0btwee"
    een.inhoud = [("alinea", "<p>Zo\x92n</p>")] if "alinea" in een.inhoud.stream_block.child_blocks else een.inhoud
    een.save_revision().publish()
    vers = Artikel.objects.get(pk=een.pk)
    assert vers.title == NAAM and Page.objects.get(pk=een.pk).draft_title == NAAM
    assert "\x0b" not in vers.samenvatting and "\x92" not in str(vers.inhoud.raw_data)
    assert "\x92" not in str(vers.latest_revision.content) and "\\u0092" not in str(vers.latest_revision.content)


@pytest.mark.django_db
def test_accounts_images_and_records_of_ours() -> None:
    mens = mensen.persoon("iemand")
    mens.first_name = VUIL
    mens.save()
    mens.refresh_from_db()
    assert mens.first_name == NAAM
    assert Afbeelding(title=VUIL).title == VUIL  # only what is saved is cleaned
    concept = Inzending.objects.create(buurt=mensen.buurt("x"), schrijver=mens, titel=VUIL)
    assert concept.titel == NAAM  # what was saved is what the code goes on with


@pytest.mark.django_db
def test_what_stood_there_before_the_rule_is_cleaned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opruimen, "PARTIJ", 20)  # in parts: the last row of the last part counts too
    een = [agenda.bijeenkomst(titel="Goed") for _n in range(45)][-1]
    Bijeenkomst.objects.filter(pk=een.pk).update(titel=VUIL, omschrijving="een\x0btwee")
    assert opruimen.alles() == 1
    een.refresh_from_db()
    assert (een.titel, een.omschrijving) == (NAAM, "een\ntwee")
    assert opruimen.alles() == 0


@pytest.mark.django_db
def test_the_content_of_the_house_is_clean_already(capsys: Any) -> None:
    """What the loader wrote needs nothing: no file of ours holds such letters."""
    assert opruimen.alles() == 0
    call_command("inhoud")
    assert "0 bijgewerkt" in capsys.readouterr().out
