"""Pages are put in order within a page of the list; only what lies between the old and the new place moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from menukaart.models import MenukaartPagina
from tests import mensen
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
Als = Callable[[str], Client]


def volgorde() -> list[int]:
    return list(MenukaartPagina.objects.get().get_children().order_by("path").values_list("pk", flat=True))


@pytest.mark.parametrize(("van", "vanaf", "plek"), [(52, 50, 0), (50, 50, 3), (0, 0, 2), (3, 0, 3), (62, 50, 1)])
def test_a_page_lands_where_it_was_dropped_and_the_others_keep_their_order(
    als: Als, van: int, vanaf: int, plek: int
) -> None:
    voor = volgorde()
    assert (
        als("Eindredacteur").post(f"/admin/redactie/volgorde/{voor[van]}/{vanaf}/?position={plek}").status_code == 200
    )
    verwacht = [pk for pk in voor if pk != voor[van]]
    verwacht.insert(vanaf + plek, voor[van])
    assert volgorde() == verwacht
    assert not Page.find_problems()[0] and not any(Page.find_problems()[1:])


def test_what_lies_below_goes_along_and_addresses_stay(als: Als) -> None:
    start = MenukaartPagina.objects.get().get_parent()
    kinderen = list(start.get_children().order_by("path"))
    eerste = next(plek for plek, kind in enumerate(kinderen) if kind.numchild)
    onder = {p.pk: p.url_path for p in kinderen[eerste].get_descendants()}
    als("Eindredacteur").post(f"/admin/redactie/volgorde/{kinderen[eerste].pk}/0/?position={eerste + 2}")
    nu = Page.objects.get(pk=kinderen[eerste].pk)
    assert {p.pk: p.url_path for p in nu.get_descendants()} == onder and nu.url_path == kinderen[eerste].url_path


def test_the_list_to_drag_in_has_pages_and_a_move_asks_little(als: Als) -> None:
    client, ouder = als("Eindredacteur"), MenukaartPagina.objects.get()
    blad = pagina(client.get(f"/admin/pages/{ouder.pk}/?ordering=ord&p=2"))
    assert len(blad.teksten("tbody tr")) == ouder.numchild - 50
    assert "/admin/redactie/volgorde/999999/50/" in blad.waarden(
        "[data-w-orderable-url-value]", "data-w-orderable-url-value"
    )
    rij = volgorde()
    with CaptureQueriesContext(connection) as gesteld:
        client.post(f"/admin/redactie/volgorde/{rij[51]}/50/?position=2")
    assert len(gesteld) <= 25


def test_a_page_is_put_before_another_that_is_found_by_its_name(als: Als) -> None:
    client, voor = als("Eindredacteur"), volgorde()
    van, naar = Page.objects.get(pk=voor[3]), Page.objects.get(pk=voor[40])
    adres = f"/admin/redactie/volgorde/{van.pk}/"
    assert adres in client.get(f"/admin/pages/{van.pk}/edit/").content.decode()
    keuzes = pagina(client.get(adres, {"q": naar.title})).waarden("input[name=naar]", "value")
    assert str(naar.pk) in keuzes and str(voor[41]) not in keuzes
    assert len(pagina(client.get(adres)).waarden("input[name=naar]", "value")) < len(voor), "never all of them"
    client.post(adres, {"naar": str(naar.pk)})
    anderen = [pk for pk in voor if pk != van.pk]
    plek = anderen.index(naar.pk)
    assert volgorde() == [*anderen[:plek], van.pk, *anderen[plek:]]
    for rand, plek in (("eerste", 0), ("laatste", -1)):
        client.post(adres, {"naar": rand})
        assert volgorde()[plek] == van.pk
    nu = volgorde()
    for niets in ("", "x", str(van.pk), "999999"):
        assert "Kies eerst" in client.post(adres, {"naar": niets}, follow=True).content.decode()
    assert volgorde() == nu
    redacteur = Client()
    redacteur.force_login(mensen.medewerker("redacteur"))
    assert redacteur.post(adres, {"naar": "eerste"}).status_code in {302, 403} and volgorde() == nu


def test_who_may_not_publish_may_not_reorder(als: Als) -> None:
    voor = volgorde()
    assert als("Redacteur").post(f"/admin/redactie/volgorde/{voor[5]}/0/?position=0").status_code in {302, 403}
    client = als("Eindredacteur")
    client.post(f"/admin/redactie/volgorde/{voor[5]}/0/?position=x")
    assert client.get(f"/admin/redactie/volgorde/{voor[5]}/0/?position=0").status_code == 405
    assert volgorde() == voor
