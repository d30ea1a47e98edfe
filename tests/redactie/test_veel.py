"""Many pages at once: from a selection or a whole list, told page by page, taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from wagtail.models import Locale, Page

from kennisplatform.basis.models import Begrip, Bestand
from kennisplatform.preventie.models import AlgemenePagina, Routepagina
from kennisplatform.redactie import meten
from kennisplatform.redactie.models import Werkgang
from kennisplatform.vinden.models import Synoniem
from menukaart.models import Interventie, MenukaartPagina
from tests.pagina import pagina
from tests.redactie.veelhulp import VEEL, doe, draai_terug, met, stukken, uitkomsten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


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


@pytest.mark.eenmaal
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
