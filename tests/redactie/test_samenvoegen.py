"""Two terms become one, a term is chosen no more, a term gets other names: through the screens of the admin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, ReferenceIndex, Revision

from kennisplatform.basis.begripsporen import relaties
from kennisplatform.basis.models import Begrip, Oudecode
from kennisplatform.basis.models.begrippen import vergeet_woordenboek, woordenboek
from kennisplatform.cijfers.laden import themas
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.inhoudlader import begrippen as begripbestanden
from kennisplatform.inhoudlader.lader import laad
from kennisplatform.preventie.models import Artikel, OnderwerpPagina
from kennisplatform.redactie.lijstvelden import begrippen as lijstbegrippen
from kennisplatform.vinden.models import Synoniem
from kennisplatform.volgen.models import Volg
from kennisplatform.zoeken.models import Wachtrij
from menukaart.kiezen.models import Buurtprofiel
from menukaart.models import Interventie
from menukaart.plan.models import Buurtplan, Planthema
from menukaart.plan.plannen import begonnen_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vers_woordenboek() -> Iterator[None]:
    vergeet_woordenboek()
    yield
    vergeet_woordenboek()


def maak(code: str, soort: str = "onderwerp", taal: str = "nl", **velden: Any) -> Begrip:
    velden = {"label": code.replace("-", " ").capitalize(), **velden}
    return Begrip.objects.create(soort=soort, code=code, locale=Locale.objects.get(language_code=taal), **velden)


def blad(begrip: Begrip) -> str:
    return f"/admin/redactie/begrippen/{begrip.pk}/"


def voeg_samen(client: Client, oud: Begrip, nieuw: Begrip) -> Any:
    return client.post(f"{blad(oud)}samen/", {"naar": nieuw.pk, "zeker": "1"}, follow=True)


def bewaar(ding: Any) -> None:
    ding.save(clean=False) if isinstance(ding, Page) else ding.save()


@pytest.mark.parametrize("relatie", relaties(), ids=lambda r: f"{r.model.__name__}.{r.naam}")
def test_every_relation_goes_over(relatie: Any, als: Callable[[str], Client]) -> None:
    oud, nieuw = maak("proef-oud"), maak("proef-nieuw")
    ding = relatie.model._default_manager.first()
    if relatie.veel:
        getattr(ding, relatie.naam).set([oud, nieuw])  # both: one of them is left
    else:
        setattr(ding, relatie.naam, oud)
    bewaar(ding)
    client = als("Eindredacteur")
    if relatie.naam == "begrip":  # the page of a term: the other term has none, so it becomes that
        assert "wordt de pagina van" in client.get(f"{blad(oud)}samen/?naar={nieuw.pk}").content.decode()
    voeg_samen(client, oud, nieuw)
    nu = relatie.model._default_manager.get(pk=ding.pk)
    waarde = getattr(nu, relatie.naam)
    assert ([b.pk for b in waarde.all()] if relatie.veel else waarde.pk) == ([nieuw.pk] if relatie.veel else nieuw.pk)
    assert not Begrip.objects.filter(pk=oud.pk).exists()
    naar = ReferenceIndex.get_references_to(nieuw)
    assert {rij.object_id for rij in naar} == {str(ding.pk)}
    ReferenceIndex.create_or_update_for_object(nu)  # as a reading of the record itself has it
    assert list(naar.values_list("content_path", flat=True)) == list(
        ReferenceIndex.get_references_to(nieuw).values_list("content_path", flat=True)
    )


def test_drafts_scheduled_and_old_versions_go_over(als: Callable[[str], Client]) -> None:
    oud, nieuw = maak("proef-oud"), maak("proef-nieuw")
    pagina = Artikel.objects.live().first()
    openbaar = set(pagina.begrippen.values_list("pk", flat=True))
    pagina.begrippen.add(oud)
    oudste = pagina.save_revision(clean=False)
    morgen = timezone.now() + dt.timedelta(days=1)
    pagina.save_revision(clean=False, approved_go_live_at=morgen)
    client = als("Eindredacteur")
    # Only versions carry it yet; it may not be thrown away under them.
    client.post(f"/admin/snippets/basis/begrip/delete/{oud.pk}/")
    assert Begrip.objects.filter(pk=oud.pk).exists()
    assert "2 versies van pagina’s" in client.get(f"{blad(oud)}samen/?naar={nieuw.pk}").content.decode()
    voeg_samen(client, oud, nieuw)
    pagina = Artikel.objects.get(pk=pagina.pk)
    assert set(pagina.begrippen.values_list("pk", flat=True)) == openbaar  # nothing became public by it
    for versie in (Revision.objects.get(pk=oudste.pk), pagina.scheduled_revision):
        assert {b.pk for b in versie.as_object().begrippen.all()} == openbaar | {nieuw.pk}
    pagina.scheduled_revision.publish()
    assert set(Artikel.objects.get(pk=pagina.pk).begrippen.values_list("pk", flat=True)) == openbaar | {nieuw.pk}


def test_languages_addresses_search_and_files_follow(als: Callable[[str], Client], client: Client) -> None:
    oud = Begrip.objects.get(soort="onderwerp", code="vallen", locale__language_code="nl")
    nieuw = Begrip.objects.get(soort="onderwerp", code="bewegen", locale__language_code="nl")
    maak("vallen", taal="tr", label="Düşme", translation_key=oud.translation_key)
    for begrip, label in ((oud, "Upadki"), (nieuw, "Ruch")):
        maak(begrip.code, taal="pl", label=label, translation_key=begrip.translation_key)
    Oudecode.objects.create(soort="onderwerp", code="nog-ouder", begrip=oud)
    mensen = set(Interventie.objects.filter(begrippen=oud).values_list("pk", flat=True))
    redacteur = als("Eindredacteur")
    scherm = redacteur.get(f"{blad(oud)}samen/?naar={nieuw.pk}").content.decode()
    for zin in (f"interventies: {len(mensen)}", "Düşme", "onderwerp=vallen", "er komt een synoniem bij", "van de site"):
        assert zin in scherm, zin
    Wachtrij.objects.all().delete()
    antwoord = voeg_samen(redacteur, oud, nieuw)
    assert "is opgegaan in" in antwoord.content.decode()
    assert mensen <= set(Interventie.objects.filter(begrippen=nieuw).values_list("pk", flat=True))
    assert {f"pagina:{pk}" for pk in mensen} <= set(Wachtrij.objects.values_list("sleutel", flat=True))
    namen = {b.locale.language_code: b.label for b in Begrip.objects.filter(translation_key=nieuw.translation_key)}
    assert namen["tr"] == "Düşme" and namen["pl"] == "Ruch"
    assert not Begrip.objects.filter(soort="onderwerp", code="vallen").exists()
    assert Synoniem.objects.filter(termen=oud.label, leidt_tot=nieuw.label, actief=True).exists()
    client = Client()
    for code in ("vallen", "nog-ouder"):
        weg = client.get(f"/menukaart/?doelgroep=jeugd&onderwerp={code}&onderwerp=bewegen")
        assert (weg.status_code, weg["Location"]) == (301, "/menukaart/?doelgroep=jeugd&onderwerp=bewegen")
    assert client.get("/onderwerpen/vallen/").headers["Location"].endswith("/onderwerpen/bewegen/")
    assert not OnderwerpPagina.objects.get(slug="vallen", locale__language_code="nl").live
    assert lijstbegrippen("onderwerp")["vallen"] == nieuw  # and a list that an editor took along
    laad()  # files still name the old code, and the term's own file has it still
    assert not Begrip.objects.filter(soort="onderwerp", code="vallen").exists()
    begripbestanden.bewaar(begripbestanden.lees_alle()[0])
    assert not Begrip.objects.filter(soort="onderwerp", code="vallen").exists()


def test_followers_and_profiles_go_along(als: Callable[[str], Client]) -> None:
    client, (een, twee) = als("Eindredacteur"), Gebruiker.objects.order_by("pk")[:2]
    oud, nieuw = maak("proef-thema", "thema"), maak("proef-ander", "thema")
    for mens, code in ((een, oud.code), (twee, oud.code), (twee, nieuw.code)):
        Volg.objects.create(persoon=mens, soort="thema", sleutel=code)
    assert "2 mensen volgen dan het andere thema" in client.get(f"{blad(oud)}samen/?naar={nieuw.pk}").content.decode()
    voeg_samen(client, oud, nieuw)
    volgt = set(Volg.objects.filter(soort="thema", sleutel__startswith="proef").values_list("persoon", "sleutel"))
    assert volgt == {(een.pk, nieuw.code), (twee.pk, nieuw.code)}
    plan = begonnen_plan(buurt=Buurt.objects.filter(plan=None).first())  # a row for each theme, not for each code
    assert plan.themas.filter(thema=nieuw).count() == 1
    assert themas()[oud.code] == nieuw  # a frozen plan names the code it had
    oud, nieuw = maak("proef-oud", "uitdaging"), maak("proef-nieuw", "uitdaging")
    buurt = Buurt.objects.filter(profiel=None).first()
    Buurtprofiel.objects.create(buurt=buurt, eerst=[oud.code], ook=[nieuw.code])
    voeg_samen(client, oud, nieuw)
    profiel = Buurtprofiel.objects.get(buurt=buurt)
    assert (profiel.eerst, profiel.ook) == ([nieuw.code], [])  # one of the two weights


def test_what_may_not_become_one(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    oud, ander, soort = maak("proef-oud"), maak("proef-nieuw"), maak("proef-soort", "doelgroep")
    for naar in (soort.pk, oud.pk, "", "x", 10**8):
        antwoord = client.get(f"{blad(oud)}samen/?naar={naar}", follow=True)
        assert antwoord.redirect_chain and "Kies eerst in welk begrip" in antwoord.content.decode()
    antwoord = client.post(f"{blad(oud)}samen/", {"naar": ander.pk})  # without saying that one is sure
    assert "Vink aan dat u dit zeker weet" in antwoord.content.decode()
    assert Begrip.objects.filter(pk=oud.pk).exists()
    weg = maak("proef-weg")
    Begrip.objects.filter(pk=weg.pk).delete()  # a colleague was first
    assert "is er niet meer" in voeg_samen(client, oud, weg).content.decode()


def test_two_rows_of_one_plan_are_not_thrown_together(als: Callable[[str], Client]) -> None:
    oud, nieuw = maak("proef-oud", "thema"), maak("proef-nieuw", "thema")
    plan = Buurtplan.objects.first()
    for thema in (oud, nieuw):
        Planthema.objects.create(plan=plan, thema=thema, doel=f"Doel bij {thema}")
    client = als("Eindredacteur")
    assert "staan beide begrippen" in client.get(f"{blad(oud)}samen/?naar={nieuw.pk}").content.decode()
    assert "staan beide begrippen" in voeg_samen(client, oud, nieuw).content.decode()
    assert Planthema.objects.filter(plan=plan, thema=oud, doel="Doel bij Proef oud").exists()


def test_retired_is_not_offered_and_stays_where_it_is(als: Callable[[str], Client]) -> None:
    vallen = Begrip.objects.get(soort="onderwerp", code="vallen", locale__language_code="nl")
    met = Artikel.objects.filter(begrippen=vallen).first()
    zonder = Artikel.objects.exclude(begrippen=vallen).first()
    client, lezer = als("Eindredacteur"), Client()
    assert 'value="vallen"' in lezer.get("/menukaart/").content.decode()
    client.post(blad(vallen), {"kiesbaar": "0"})
    assert ("onderwerp", "vallen") in woordenboek().vervallen
    keuze = f'name="begrippen_onderwerp" value="{vallen.pk}"'
    assert keuze in client.get(f"/admin/pages/{met.pk}/edit/").content.decode()
    assert keuze not in client.get(f"/admin/pages/{zonder.pk}/edit/").content.decode()
    assert 'value="vallen"' not in lezer.get("/menukaart/").content.decode()
    gekozen = lezer.get("/menukaart/?onderwerp=vallen")
    assert gekozen.status_code == 200 and 'value="vallen"' in gekozen.content.decode()
    assert vallen.label in lezer.get(met.url).content.decode()
    client.post(blad(vallen), {"kiesbaar": "1"})
    assert 'value="vallen"' in lezer.get("/menukaart/").content.decode()


def test_other_names_and_the_same_addresses(als: Callable[[str], Client]) -> None:
    vallen = Begrip.objects.get(soort="onderwerp", code="vallen", locale__language_code="nl")
    talen = {taal.language_code: f"taal_{taal.pk}" for taal in Locale.objects.all()}
    client = als("Eindredacteur")
    velden = {"soort": "doelgroep", "label": vallen.label, "code": "struikelen", "volgorde": "3"}
    client.post(f"/admin/snippets/basis/begrip/edit/{vallen.pk}/", velden)
    vallen.refresh_from_db()
    assert (vallen.soort, vallen.code, vallen.volgorde) == ("onderwerp", "vallen", 3)  # saved, and in the same place
    antwoord = client.post(blad(vallen), {talen["nl"]: "", talen["pl"]: "Upadki"})
    assert "Vul een naam in" in antwoord.content.decode() and "Upadki" in antwoord.content.decode()
    client.post(blad(vallen), {talen["nl"]: "Vallen en struikelen", talen["pl"]: "Upadki"})
    rijen = Begrip.objects.filter(translation_key=vallen.translation_key)
    assert {(b.locale.language_code, b.label, b.code) for b in rijen} == {
        ("nl", "Vallen en struikelen", "vallen"),
        ("pl", "Upadki", "vallen"),
    }
    assert "Vallen en struikelen" in Client().get("/menukaart/?onderwerp=vallen").content.decode()


@pytest.mark.parametrize(("rol", "mag"), [("Redacteur", False), ("Transitieteam", False), ("Eindredacteur", True),
                                          ("Beheerder", True)])  # fmt: skip
def test_by_role(rol: str, mag: bool, als: Callable[[str], Client]) -> None:
    oud, nieuw = maak("proef-oud"), maak("proef-nieuw")
    client = als(rol)
    lijst = client.get("/admin/snippets/basis/begrip/?q=proef").content.decode()
    assert (f"{blad(oud)}" in lijst) is mag
    antwoord = client.get(blad(oud))
    assert (antwoord.status_code == 200) is mag
    voeg_samen(client, oud, nieuw)
    assert Begrip.objects.filter(pk=oud.pk).exists() is not mag
    if mag:
        assert blad(nieuw) in client.get(f"/admin/snippets/basis/begrip/edit/{nieuw.pk}/").content.decode()
