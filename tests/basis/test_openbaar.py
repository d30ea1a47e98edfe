"""What the public may see: as many closed pages as a thousand neighbourhoods make, and branches of the tree."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from kennisplatform.basis.models import Begrip
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.proefdata.bulk import schrijf_ruw
from kennisplatform.zoeken.paginabron import openbare_paginas
from leernetwerk.models import LeernetwerkPagina, Praktijkvoorbeeld

pytestmark = pytest.mark.django_db
VEEL = 1_200  # more than the 1,000 conditions that SQLite takes in one query


def blad(ouder: Page, nummer: int) -> Page:
    slug = f"besloten-{nummer}"
    return Page(
        title=slug,
        draft_title=slug,
        slug=slug,
        url_path=f"{ouder.url_path}{slug}/",
        live=True,
        depth=ouder.depth + 1,
        path=Page._get_path(ouder.path, ouder.depth + 1, 5_000 + nummer),
        locale_id=ouder.locale_id,
        translation_key=uuid.uuid4(),
        content_type_id=Praktijkvoorbeeld.objects.first().content_type_id,
    )


@pytest.fixture
def veel() -> set[int]:
    """Twelve hundred examples that networks keep to themselves."""
    ouder, thema = (
        LeernetwerkPagina.objects.get(locale__language_code="nl"),
        Begrip.objects.filter(soort="thema").first(),
    )
    bladen = Page.objects.bulk_create([blad(ouder, nummer) for nummer in range(VEEL)], batch_size=200)
    rijen = [Praktijkvoorbeeld(page_ptr_id=p.pk, hoofdthema=thema, zichtbaarheid="netwerken") for p in bladen]
    schrijf_ruw(Praktijkvoorbeeld, rijen)
    sloten = [PageViewRestriction(page=p, restriction_type=PageViewRestriction.LOGIN) for p in bladen]
    PageViewRestriction.objects.bulk_create(sloten)
    return {p.pk for p in bladen}


def test_with_a_thousand_closed_examples_the_site_works_and_shows_none(veel: set[int]) -> None:
    open_ = set(openbaar(Page.objects.all()).values_list("pk", flat=True))
    assert open_ and not open_ & veel
    assert set(openbare_paginas().values_list("pk", flat=True)) == open_
    via = Praktijkvoorbeeld.begrippen.through.objects
    assert openbaar(via.all(), "praktijkvoorbeeld__").count() == via.filter(praktijkvoorbeeld__in=open_).count() > 0
    for adres in ("/", "/leernetwerk/", "/menukaart/", "/zoeken/?q=valpreventie", "/sitemap.xml"):
        antwoord = Client().get(adres)
        assert antwoord.status_code == 200 and b"besloten-" not in antwoord.content, adres
    assert Client().get("/leernetwerk/besloten-7/").status_code in {302, 403}


def test_a_branch_closes_what_comes_below_it_later_too() -> None:
    ouder = LeernetwerkPagina.objects.get(locale__language_code="nl")
    boven = ouder.add_child(instance=Page(title="Boven", slug="boven", live=True))
    slot = PageViewRestriction.objects.create(page=boven, restriction_type=PageViewRestriction.PASSWORD, password="x")
    boven.refresh_from_db()
    onder = boven.add_child(instance=Page(title="Later", slug="later", live=True))
    verborgen = {boven.pk, onder.pk}
    assert not openbaar(Page.objects.filter(pk__in=verborgen)).exists()
    slot.delete()
    assert openbaar(Page.objects.filter(pk__in=verborgen)).count() == 2


def test_two_locks_on_a_page_do_not_count_it_twice() -> None:
    pagina = openbaar(Praktijkvoorbeeld.objects.all()).first()
    assert pagina is not None
    alle = openbaar(Page.objects.all()).count()
    for soort in (PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD):
        PageViewRestriction.objects.create(page=pagina, restriction_type=soort, password="x")
    assert openbaar(Page.objects.all()).count() == alle - 1
