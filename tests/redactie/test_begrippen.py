"""'Gebruik' of a term is the truth, whatever points at it; what is used can't be thrown away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import models
from django.test import Client
from wagtail.models import Locale, Page, ReferenceIndex

from kennisplatform.basis.models import Begrip, Oudecode
from menukaart.models import Interventie

pytestmark = pytest.mark.django_db


def relaties() -> list[models.Field]:
    """Every field of every record that points at terms; the tables between two of them are of those fields."""
    velden = [rel.field for rel in Begrip._meta.get_fields(include_hidden=True) if rel.auto_created and rel.is_relation]
    return [veld for veld in velden if not veld.model._meta.auto_created and veld.model is not Oudecode]


@pytest.fixture
def begrip() -> Begrip:
    soort = {"soort": "onderwerp", "code": "proefbegrip", "label": "Proefbegrip"}
    return Begrip.objects.create(**soort, locale=Locale.objects.get(language_code="nl"))


@pytest.mark.parametrize("veld", relaties(), ids=lambda veld: f"{veld.model.__name__}.{veld.name}")
def test_every_relation_is_known(veld: Any, begrip: Begrip) -> None:
    ding = veld.model._default_manager.first()
    assert ding is not None, "a relation that nothing has is not proved"
    if veld.many_to_many:
        getattr(ding, veld.name).add(begrip)
    else:
        setattr(ding, veld.name, begrip)
    if isinstance(ding, Page):
        ding.save(clean=False)
    else:
        ding.save()
    gevonden = ReferenceIndex.get_references_to(begrip)
    assert {rij.object_id for rij in gevonden} == {str(ding.pk)}
    if veld.many_to_many:
        getattr(ding, veld.name).remove(begrip)
        ding.save()
        assert not ReferenceIndex.get_references_to(begrip).exists()


def test_the_screen_lists_the_pages_and_deleting_leads_to_it(als: Callable[[str], Client]) -> None:
    client = als("Beheerder")
    vallen = Begrip.objects.get(soort="onderwerp", code="vallen", locale__language_code="nl")
    gebruik = f"/admin/snippets/basis/begrip/usage/{vallen.pk}/"
    titels = set(Interventie.objects.filter(begrippen=vallen).values_list("title", flat=True))
    lijst = client.get(gebruik, {"p": 1}).content.decode() + client.get(gebruik, {"p": 2}).content.decode()
    assert len(titels) > 3 and all(titel.split("’")[0][:20] in lijst for titel in titels)
    antwoord = client.post(f"/admin/snippets/basis/begrip/delete/{vallen.pk}/", follow=True)
    assert antwoord.redirect_chain == [(f"/admin/redactie/begrippen/{vallen.pk}/", 302)]
    tekst = antwoord.content.decode()
    assert "niet weg te halen" in tekst and "interventies: " in tekst and gebruik in tekst
    assert "Bekijk wat er overgaat" in tekst and "Haal uit de keuze" in tekst
    assert Begrip.objects.filter(pk=vallen.pk).exists()


def test_a_term_that_nothing_uses_goes(als: Callable[[str], Client], begrip: Begrip) -> None:
    als("Beheerder").post(f"/admin/snippets/basis/begrip/delete/{begrip.pk}/")
    assert not Begrip.objects.filter(pk=begrip.pk).exists()
