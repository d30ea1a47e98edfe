"""What Wagtail does after each save is done once, at the end of a load; and not at all when the load fails."""

from __future__ import annotations

import pytest
from wagtail.models import Page, ReferenceIndex

from kennisplatform.inhoudlader.bijwerken import eenmaal
from kennisplatform.preventie.models import Artikel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def artikel() -> Artikel:
    return Artikel.objects.get(slug="bang-om-te-vallen")


def kent_redactie(woord: str) -> bool:
    return artikel().pk in [pagina.pk for pagina in Page.objects.all().search(woord)]


def verwijzingen(pagina: Artikel) -> int:
    return ReferenceIndex.get_references_for_object(pagina).count()


def test_the_editors_search_and_references_follow_at_the_end() -> None:
    een = artikel()
    eerder = verwijzingen(een)
    with eenmaal():
        een.title = "Kwikzilverwaaier"
        een.gerelateerd = [{"type": "pagina", "value": een.get_parent().pk}]
        een.save()
        een.save()
        assert not kent_redactie("kwikzilverwaaier") and verwijzingen(een) == eerder
    assert kent_redactie("kwikzilverwaaier")
    assert een.get_parent().pk in [int(v.to_object_id) for v in ReferenceIndex.get_references_for_object(een)]


def test_a_page_that_is_thrown_away_again_is_no_mistake() -> None:
    with eenmaal():
        een = artikel()
        een.save()
        een.delete()
    assert not Artikel.objects.filter(slug="bang-om-te-vallen").exists()


def test_after_a_mistake_saving_works_as_before() -> None:
    with pytest.raises(RuntimeError), eenmaal():
        raise RuntimeError
    een = artikel()
    een.title = "Kwikzilverwaaier"
    een.save()
    assert kent_redactie("kwikzilverwaaier")
