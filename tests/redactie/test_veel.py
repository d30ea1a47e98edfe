"""Many pages at once: from a selection or a whole list, told page by page, taken back; and as a list out and in again."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Locale, Page, Revision

from kennisplatform.basis.models import Begrip, Bestand
from kennisplatform.preventie.models import AlgemenePagina, Routepagina
from kennisplatform.redactie import meten
from kennisplatform.redactie.lijstbestand import als_excel, laatste_versies, lees
from kennisplatform.redactie.models import Werkgang
from kennisplatform.vinden.models import Synoniem
from menukaart.models import Interventie, MenukaartPagina
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
VEEL = "/admin/bulk/wagtailcore/page/veel/"
NAAR_EXCEL = "/admin/bulk/wagtailcore/page/excel/"


def stukken(aantal: int) -> list[Interventie]:
    return list(Interventie.objects.live().filter(locale__language_code="nl").order_by("pk")[:aantal])


def doe(client: Client, adres: str, **velden: Any) -> Werkgang:
    leeg = pagina(client.get(adres)).velden("form[data-veel]")
    antwoord = client.post(adres, leeg | velden)
    assert antwoord.status_code == 302, pagina(antwoord).fouten()
    werkgang = Werkgang.objects.order_by("pk").last()
    assert werkgang is not None and antwoord.headers["Location"] == f"/admin/redactie/werk/{werkgang.pk}/"
    return werkgang


def uitkomsten(werkgang: Werkgang) -> list[str]:
    return sorted(werkgang.regels.values_list("stand", flat=True))


def draai_terug(client: Client, werkgang: Werkgang, commits: Any) -> None:
    with commits(execute=True):
        client.post(f"/admin/redactie/werk/{werkgang.pk}/", {"terug": "1"})


def met(paginas: list[Any]) -> str:
    return VEEL + "?next=/admin/interventies/&" + "&".join(f"id={p.pk}" for p in paginas)


def test_forty_pages_are_retagged_and_put_back(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client, paginas = als("Eindredacteur"), stukken(40)
    begrip = Begrip.objects.get(soort="doelgroep", code="laaggeletterden", locale__language_code="nl")
    had = {p.pk for p in paginas if begrip in p.begrippen.all()}
    slot = next(p for p in paginas if p.pk not in had)
    slot.locked = True
    slot.save()
    eigen = next(p for p in paginas if p.pk not in had and p != slot)
    eigen.samenvatting = "Een concept dat niemand nog publiceerde."
    eigen.save_revision()
    with django_capture_on_commit_callbacks(execute=True):
        werk = doe(client, met(paginas), wat="trefwoord", begrippen_erbij=[begrip.pk], trefwoorden_erbij="proefwoord",
                   publiceer="on")  # fmt: skip
    werk.refresh_from_db()
    assert werk.stand == "klaar" and uitkomsten(werk) == ["gedaan"] * 39 + ["mislukt"]
    assert "op slot" in werk.regels.get(stand="mislukt").melding
    publiek = {p.pk for p in Interventie.objects.filter(pk__in=[p.pk for p in paginas], begrippen=begrip)}
    assert publiek == {p.pk for p in paginas} - {slot.pk, eigen.pk} | had
    eigen.refresh_from_db()
    assert eigen.has_unpublished_changes and eigen.samenvatting != "Een concept dat niemand nog publiceerde."
    ander = next(p for p in paginas if p.pk not in had and p not in (slot, eigen))
    ander = Interventie.objects.get(pk=ander.pk)
    ander.samenvatting = "Iemand ging verder."
    ander.save_revision().publish()
    blad = client.get(f"/admin/redactie/werk/{werk.pk}/").content.decode()
    assert "Draai alles terug" in blad and "40 van 40" in blad
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert uitkomsten(werk) == ["gedaan"] + ["mislukt"] + ["terug"] * 38
    eerst = pagina(client.get(f"/admin/redactie/werk/{werk.pk}/")).teksten("tbody td:last-child")[:3]
    assert [bool(waarom) for waarom in eerst] == [True, True, False], "what needs an eye stands on top"
    assert "Iemand wijzigde haar daarna" in werk.regels.get(stand="gedaan").melding
    nu = {p.pk for p in Interventie.objects.filter(pk__in=[p.pk for p in paginas], begrippen=begrip)}
    assert nu == had | {ander.pk}
    assert not Page.objects.exclude(pk=ander.pk).filter(trefwoorditems__tag__name="proefwoord").exists()
    eigen.refresh_from_db()
    assert eigen.get_latest_revision_as_object().samenvatting == "Een concept dat niemand nog publiceerde."


def test_a_whole_filtered_list_is_what_it_shows(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client = als("Eindredacteur")
    meten.meet_alles()
    rapport = client.get("/admin/redactie/rapporten/leesniveau/?q=gli")
    bedoeld = {p.pk for p in rapport.context["object_list"]}
    assert 0 < len(bedoeld) < 20
    adres = VEEL + "?id=all&q=gli&next=/admin/redactie/rapporten/leesniveau/%3Fq%3Dgli"
    with django_capture_on_commit_callbacks(execute=True):
        werk = doe(client, adres, wat="controle", controle="1 nov 2031")
    assert {regel.pagina_id for regel in werk.regels.all()} == bedoeld
    concepten = Interventie.objects.filter(pk__in=bedoeld)
    assert {str(p.get_latest_revision_as_object().volgende_controle) for p in concepten} == {"2031-11-01"}
    assert not concepten.filter(volgende_controle="2031-11-01").exists()  # nobody asked to publish
    lijst = VEEL + "?id=all&next=/admin/interventies/%3Fhoofdthema%3D"
    assert len(pagina(client.get(lijst)).teksten(".rapport__bewaar li")) == Interventie.objects.count()


# Lists with a filter on, of pages and of other things; and what 'all of the list' may be asked to do.
GEFILTERD = (
    ("wagtailcore/page", "delete", "/admin/redactie/rapporten/beeld/?thema=preventie-als-mindset"),
    ("wagtailcore/page", "veel", "/admin/interventies/?hoofdthema="),
    ("wagtailcore/page", "delete", "/admin/pages/{menukaart}/?q=vallen"),
    ("wagtailcore/page", "veel", "/admin/pages/search/?q=vallen"),
    ("wagtailcore/page", "veel", "/admin/pages/"),
    ("vinden/synoniem", "delete", "/admin/snippets/vinden/synoniem/?q=proefwoord"),
    ("basis/bestand", "delete", "/admin/documents/?q=proefstuk"),
)


@pytest.mark.parametrize(("wat", "actie", "lijst"), GEFILTERD)
def test_all_of_a_list_is_what_the_list_shows(als: Callable[[str], Client], wat: str, actie: str, lijst: str) -> None:
    """Ticked in a report of nine pages, 'all' was every page of the site, for the bin too."""
    client, lijst = als("Beheerder"), lijst.format(menukaart=MenukaartPagina.objects.get().pk)
    meten.meet_alles()
    for naam in ("proef", "ander"):
        Synoniem.objects.create(termen=f"{naam}woord, {naam}term")
        Bestand.objects.create(title=f"{naam}stuk", file=f"{naam}.pdf")
    getoond = client.get(lijst).context["paginator"].count
    alles = apps.get_model(wat.replace("/", ".")).objects.count()
    assert 0 < getoond < alles, (getoond, alles)
    scherm = client.get(f"/admin/bulk/{wat}/{actie}/", {"id": "all", "next": lijst})
    met, zonder = scherm.context["items"], scherm.context["items_with_no_access"]
    assert len(met) + len(zonder) == getoond


def test_publishing_withdrawing_and_moving_many_have_one_door(als: Callable[[str], Client]) -> None:
    """With what came of each page and a way back; Wagtail's own asked nothing of a half translated page."""
    client = als("Eindredacteur")
    knoppen = pagina(client.get("/admin/interventies/")).waarden("[data-bulk-action-button]", "href")
    assert {knop.rstrip("/").rpartition("/")[2] for knop in knoppen} == {"veel", "excel", "toml", "delete"}
    for weg in ("publish", "unpublish", "move"):
        assert client.get(f"/admin/bulk/wagtailcore/page/{weg}/?id={stukken(1)[0].pk}").status_code == 404


def test_a_page_is_put_under_another_and_back_in_its_place(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client = als("Eindredacteur")
    route = Routepagina.objects.filter(live=True, locale__language_code="nl").order_by("path").first()
    assert route is not None
    ouder, naar = route.get_parent(), AlgemenePagina.objects.get(slug="themas", locale__language_code="nl")
    stond, oud = list(ouder.get_children().values_list("pk", flat=True)), route.get_url()
    keuzes = pagina(client.get(met(stukken(2)))).waarden("[name=wat] option", "value")
    assert "verplaatsen" not in keuzes, "an intervention stands in one place only"
    with django_capture_on_commit_callbacks(execute=True):
        werk = doe(client, met([route]), wat="verplaatsen", naar=naar.pk)
    assert uitkomsten(werk) == ["gedaan"] and Page.objects.get(pk=route.pk).get_parent().pk == naar.pk
    nieuw = Page.objects.get(pk=route.pk).get_url()
    assert nieuw != oud and Client().get(oud).headers["Location"].endswith(nieuw)
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert uitkomsten(werk) == ["terug"]
    assert list(Page.objects.get(pk=ouder.pk).get_children().values_list("pk", flat=True)) == stond


def test_publishing_withdrawing_owner_and_translating(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any, django_user_model: Any
) -> None:
    client, (een, twee) = als("Eindredacteur"), stukken(2)
    wie = django_user_model.objects.filter(groups__name="Redacteur", is_active=True).first()

    def samen(**velden: Any) -> Werkgang:
        with django_capture_on_commit_callbacks(execute=True):
            werk = doe(client, met([een, twee]), **velden)
        een.refresh_from_db()
        assert uitkomsten(werk) == ["gedaan", "gedaan"], [r.melding for r in werk.regels.all()]
        return werk

    def terug(werk: Werkgang) -> None:
        draai_terug(client, werk, django_capture_on_commit_callbacks)
        een.refresh_from_db()
        assert uitkomsten(werk) == ["terug", "terug"], [r.melding for r in werk.regels.all()]

    werk = samen(wat="intrekken")
    assert not een.live
    terug(werk)
    assert een.live
    werk = samen(wat="eigenaar", eigenaar=wie.pk)
    assert een.owner == wie
    terug(werk)
    assert een.owner != wie
    werk = samen(wat="eigenaar", eigenaar=wie.pk)
    Page.objects.filter(pk=een.pk).update(owner=None)  # somebody decided otherwise meanwhile
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    een.refresh_from_db()
    assert een.owner is None and uitkomsten(werk) == ["gedaan", "terug"]
    for stuk in (een, twee):
        stuk.refresh_from_db()
        stuk.samenvatting = "Nieuw en nog niet openbaar."
        stuk.save_revision()
    werk = samen(wat="publiceren")
    assert een.samenvatting == "Nieuw en nog niet openbaar."
    terug(werk)
    assert een.samenvatting != "Nieuw en nog niet openbaar." and een.has_unpublished_changes
    arabisch = {"translation_key": een.translation_key, "locale__language_code": "ar"}
    Page.objects.filter(translation_key__in=[een.translation_key, twee.translation_key]).exclude(
        locale__language_code="nl"
    ).delete()
    werk = samen(wat="vertalen", talen=[Locale.objects.get(language_code="ar").pk])
    assert Page.objects.get(**arabisch).live is False
    terug(werk)
    assert not Page.objects.filter(**arabisch).exists()


def test_a_redacteur_makes_drafts_and_sees_only_own_work(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client, (een,) = als("Redacteur"), stukken(1)
    formulier = pagina(client.get(met([een])))
    assert not formulier.heeft("[name=publiceer]") and not formulier.heeft("option[value=publiceren]")
    leeg = formulier.velden("form[data-veel]")
    assert client.post(met([een]), leeg | {"wat": "publiceren"}).status_code == 200  # refused at the field
    with django_capture_on_commit_callbacks(execute=True):
        werk = doe(client, met([een]), wat="trefwoord", trefwoorden_erbij="proefwoord", publiceer="on")
    een.refresh_from_db()
    assert een.has_unpublished_changes and "proefwoord" not in een.trefwoorden.names()
    vreemd = Werkgang.objects.create(soort="intrekken", stand="klaar")
    assert client.get(f"/admin/redactie/werk/{vreemd.pk}/").status_code == 404
    assert client.get(f"/admin/redactie/werk/{werk.pk}/").status_code == 200


# ---- Out to Excel and in again


def excel(client: Client, paginas: list[Interventie]) -> Any:
    adres = NAAR_EXCEL + "?next=/admin/interventies/&" + "&".join(f"id={p.pk}" for p in paginas)
    return openpyxl.load_workbook(io.BytesIO(client.get(adres).content))


def rauw(boek: Any) -> bytes:
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def kolom(blad: Any, kop: str) -> str:
    return str(next(cel.column_letter for cel in blad[1] if cel.value == kop))


def test_an_untouched_list_says_nothing(django_user_model: Any, als: Callable[[str], Client]) -> None:
    als("Eindredacteur")
    door = django_user_model.objects.filter(groups__name="Eindredacteur").first()
    alle = laatste_versies(Interventie.objects.values_list("pk", flat=True))
    lezing = lees(als_excel(alle), door=door)
    assert (lezing.verschillen, lezing.fouten) == ([], []) and lezing.gelijk == len(alle) > 50


def test_the_menukaart_goes_out_and_comes_in_with_ten_kinds_of_mistakes(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client, paginas = als("Eindredacteur"), stukken(14)
    paginas[11].locked = True
    paginas[11].save()
    boek = excel(client, paginas)
    blad = boek.active
    assert blad["A2"].value == f"nl/{paginas[0].translation_key}" and blad.max_row == 15
    titel, zin, dag = kolom(blad, "Titel"), kolom(blad, "Samenvatting"), kolom(blad, "Volgende controle")
    thema, doelgroep = kolom(blad, "Hoofdthema"), kolom(blad, "Doelgroep")
    blad[f"{titel}2"] = "Een nieuwe titel"
    blad[f"{dag}2"] = "1 nov 2031"
    blad[f"{dag}3"] = "31-2-2031"
    blad[f"{thema}4"] = "bestaat-niet"
    blad[f"{doelgroep}5"] = "jeugd, marsmannetjes"
    blad[f"{titel}6"] = ""
    blad[f"{zin}7"] = "x" * 200
    blad["A8"] = ""
    blad["A9"] = "nl/00000000-0000-0000-0000-000000000000"
    blad["A10"] = blad["A2"].value
    blad[f"{zin}11"] = "#N/A"
    blad[f"{titel}12"] = "Deze wijzigde ook een collega"
    blad[f"{titel}13"] = "Op slot"
    blad["ZZ1"] = "Eigen kolom"
    weken = kolom(blad, "Weken tot de start")
    blad[f"{weken}14"] = "veel"
    ander = Interventie.objects.get(pk=paginas[10].pk)
    ander.title = ander.draft_title = "De titel van een collega"
    ander.samenvatting = "En een samenvatting die alleen de collega wijzigde."
    ander.save_revision().publish()
    bestand = SimpleUploadedFile("menukaart.xlsx", rauw(boek))
    antwoord = client.post("/admin/redactie/werk/inlezen/", {"bestand": bestand})
    werk = Werkgang.objects.get()
    fouten = {fout["cel"]: fout["melding"] for fout in werk.gegevens["fouten"]}
    assert set(fouten) == {
        f"{dag}3", f"{thema}4", f"{doelgroep}5", f"{titel}6", f"{zin}7", "A8", "A9", "A10", f"{zin}11", "A13", "ZZ1",
        f"{weken}14",
    }, fouten  # fmt: skip
    assert "marsmannetjes" in fouten[f"{doelgroep}5"] and "rij 2" in fouten["A10"] and "op slot" in fouten["A13"]
    assert "Hier moet iets staan" in fouten[f"{titel}6"] and "geen heel getal" in fouten[f"{weken}14"]
    scherm = client.get(antwoord.headers["Location"]).content.decode()
    assert "Een nieuwe titel" in scherm and "De titel van een collega" in scherm
    assert "En een samenvatting" not in scherm  # the list was left alone there
    assert "1 november 2031" in scherm and "2031-11-01" not in scherm
    botst = werk.regels.get(pagina=ander)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(antwoord.headers["Location"], {"neem_op": "1", f"kies-{botst.pk}-title": "nu"})
    een = Interventie.objects.get(pk=paginas[0].pk)
    assert een.title != "Een nieuwe titel" and een.has_unpublished_changes
    concept = een.get_latest_revision_as_object()
    assert (concept.title, str(concept.volgende_controle)) == ("Een nieuwe titel", "2031-11-01")
    assert Interventie.objects.get(pk=ander.pk).get_latest_revision_as_object().title == "De titel van een collega"
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert Page.objects.get(pk=een.pk).get_latest_revision_as_object().title == een.title
    assert Revision.objects.for_instance(een).count() >= 3  # nothing is thrown away


def test_what_a_colleague_changed_while_i_looked_is_not_written_over(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client, (een, twee) = als("Eindredacteur"), stukken(2)
    boek = excel(client, [een, twee])
    blad = boek.active
    zin = kolom(blad, "Samenvatting")
    assert blad[f"{kolom(blad, 'Volgende controle')}2"].is_date, "a day as a spreadsheet has it"
    for rij in (2, 3):
        blad[f"{zin}{rij}"] = "Een zin uit de lijst."
    naar = client.post("/admin/redactie/werk/inlezen/", {"bestand": SimpleUploadedFile("x.xlsx", rauw(boek))})
    een.samenvatting = "Een zin van een collega."
    een.save_revision()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(naar.headers["Location"], {"neem_op": "1"})
    werk = Werkgang.objects.get()
    assert uitkomsten(werk) == ["gedaan", "mislukt"]
    assert "Iemand wijzigde intussen ‘Samenvatting’" in werk.regels.get(pagina=een).melding
    assert Interventie.objects.get(pk=een.pk).get_latest_revision_as_object().samenvatting == "Een zin van een collega."


def test_what_is_no_list_is_named(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    for naam, inhoud, zegt in (
        ("x.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "vóór 2007"),
        ("x.csv", b"naam;plaats\na;b\n", "geen kolom ‘Sleutel’"),
    ):
        antwoord = client.post("/admin/redactie/werk/inlezen/", {"bestand": SimpleUploadedFile(naam, inhoud)})
        assert zegt in antwoord.content.decode()
    assert not Werkgang.objects.exists()


@pytest.mark.parametrize("soort", ["excel", "toml"])
def test_a_file_comes_also_to_a_form_that_we_never_drew(als: Callable[[str], Client], soort: str) -> None:
    pk = Interventie.objects.live().first().pk
    antwoord = als("Eindredacteur").post(f"/admin/bulk/wagtailcore/page/{soort}/?id={pk}&next=/admin/")
    assert antwoord.status_code == 200 and "attachment" in antwoord["Content-Disposition"]
