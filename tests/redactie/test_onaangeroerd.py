"""An untouched form is untouched: what an editor opens and posts back says that nothing changed.

It is more than neatness: an approval of a page whose form says 'changed' begins its workflow again, for ever.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow, get_page_models
from wagtail.snippets.models import get_snippet_models

from kennisplatform.basis.models import Afbeelding, Bestand
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.vinden.models import BeschermdWoord, Crisiszin, Synoniem, Vastgezet, Wens
from leernetwerk.models import Praktijkvoorbeeld
from menukaart.models import Interventie
from tests.redactie.getekend import opnieuw, zoals_getekend

pytestmark = pytest.mark.django_db
PER_SOORT = 6  # the fullest of each kind
# Of what the demo has none.
BEDACHT: dict[str, Callable[[], Any]] = {
    "beschermdwoord": lambda: BeschermdWoord.objects.create(woord="Buurtzorg"),
    "crisiszin": lambda: Crisiszin.objects.create(zin="ik wil niet meer", soort=Crisiszin.Soort.choices[0][0]),
    "synoniem": lambda: Synoniem.objects.create(termen="valen, vallen", toelichting="Een tikfout.\n"),
    "vastgezet": lambda: Vastgezet.objects.create(
        zoekvraag="vallen", pagina=Page.objects.get(slug="bang-om-te-vallen")
    ),
    "wens": lambda: Wens.objects.create(titel="Slapen overdag"),
}


def veranderd(client: Client, adres: str, *, panelen: bool = False) -> Any:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, adres
    formulier = antwoord.context["form"]
    terug = opnieuw(formulier, zoals_getekend(antwoord.content.decode(), formulier))
    delen = [naam for naam, deel in getattr(terug, "formsets", {}).items() if deel.has_changed()]
    los = [f"no panel has {naam}" for naam in zonder_paneel(antwoord)] if panelen else []
    return list(terug.changed_data) + delen + los


def zonder_paneel(antwoord: Any) -> set[str]:
    """What Wagtail draws below everything, without a name: fields of the form that the panels forgot."""
    vakjes = BeautifulSoup(antwoord.content, "html.parser").select("form[data-edit-form] input[type=checkbox][name]")
    return {str(vakje["name"]) for vakje in vakjes if not vakje.find_parent(class_="w-panel")}


def volste(model: type[Any]) -> list[Any]:
    return sorted(model.objects.all(), key=lambda ding: len(str(vars(ding))), reverse=True)[:PER_SOORT]


@pytest.mark.parametrize(
    "model", [m for m in get_page_models() if m is not Page], ids=lambda model: model._meta.model_name
)
def test_a_page(als: Callable[[str], Client], model: type[Page]) -> None:
    client, uit = als("Eindredacteur"), {}
    paginas = volste(model)
    assert paginas, "a kind of page without an example proves nothing"
    for pagina in paginas:
        if wat := veranderd(client, reverse("wagtailadmin_pages:edit", args=[pagina.pk]), panelen=True):
            uit[pagina.url_path] = wat
    assert not uit


@pytest.mark.parametrize("model", get_snippet_models(), ids=lambda model: model._meta.model_name)
def test_a_record(als: Callable[[str], Client], model: type[Any]) -> None:
    client, uit = als("Beheerder"), {}
    dingen = volste(model) or [BEDACHT[model._meta.model_name]()]
    for ding in dingen:
        if wat := veranderd(client, reverse(model.snippet_viewset.get_url_name("edit"), args=[ding.pk])):
            uit[str(ding)] = wat
    assert not uit


SETTINGS = {
    "wagtailsites:edit": Site,
    "wagtailusers_users:edit": Gebruiker,
    "wagtailadmin_workflows:edit": Workflow,
    "wagtailadmin_workflows:edit_task": Task,
    "wagtailadmin_collections:edit": Collection,
    "wagtaillocales:edit": Locale,
    "wagtailimages:edit": Afbeelding,
    "wagtaildocs:edit": Bestand,
    "wagtailredirects:edit": Redirect,
}
# Not of a group: its form shows the rights that have a tick, and keeps the others itself.


@pytest.fixture
def alles_is_er(admin_user: Gebruiker) -> None:
    """One of each that the demo has none of."""
    Redirect.add_redirect("/oud-adres", Page.objects.get(slug="bang-om-te-vallen"), is_permanent=False)
    Collection.get_first_root_node().add_child(name="Besloten")
    if not Afbeelding.objects.exists():
        beeld = io.BytesIO()
        Image.new("RGB", (9, 9)).save(beeld, "PNG")
        Afbeelding.objects.create(title="Een bank in het park", file=ContentFile(beeld.getvalue(), "bank.png"))


@pytest.mark.usefixtures("alles_is_er")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves a drawn picture open
@pytest.mark.parametrize("naam", SETTINGS)
def test_a_form_of_the_settings(admin_client: Client, naam: str) -> None:
    dingen = SETTINGS[naam].objects.exclude(pk=admin_client.get("/admin/").context["user"].pk)
    ding = dingen.filter(depth__gt=1)[0] if SETTINGS[naam] is Collection else dingen[0]
    assert not veranderd(admin_client, reverse(naam, args=[ding.pk]))


@pytest.mark.usefixtures("eigen_index")
def test_an_approval_keeps_no_version_and_publishes(als: Callable[[str], Client]) -> None:
    """Finding 1: pressed on the edit page, with nothing typed."""
    pagina = Page.objects.get(slug="coach2move").specific
    pagina.save_revision()
    pagina.get_workflow().start(pagina, Gebruiker.objects.get(email="redacteur@demo.example"))
    client, adres = als("Eindredacteur"), reverse("wagtailadmin_pages:edit", args=[pagina.pk])
    antwoord = client.get(adres)
    gegevens: dict[str, Any] = dict(zoals_getekend(antwoord.content.decode(), antwoord.context["form"]).lists())
    gegevens |= {"action-workflow-action": "true", "workflow-action-name": "approve"}
    versies = pagina.revisions.count()
    terug = client.post(adres, gegevens)
    assert terug.status_code == 302, terug.context["form"].errors
    pagina.refresh_from_db()
    assert pagina.revisions.count() == versies
    assert pagina.current_workflow_state is None and pagina.live and not pagina.has_unpublished_changes
    assert "is goedgekeurd en staat op de site" in client.get("/admin/").content.decode()


@pytest.mark.usefixtures("eigen_index")
def test_what_is_kept_by_itself_is_no_version_when_nothing_changed(als: Callable[[str], Client]) -> None:
    """Wagtail's script also sends a form that is as it was, beside the press that decides: a version after the decision."""
    pagina, client = Page.objects.get(slug="coach2move").specific, als("Eindredacteur")
    adres = reverse("wagtailadmin_pages:edit", args=[pagina.pk])
    antwoord = client.get(adres)
    gegevens: dict[str, Any] = dict(zoals_getekend(antwoord.content.decode(), antwoord.context["form"]).lists())
    versies = pagina.revisions.count()
    uit = client.post(adres, gegevens, headers={"accept": "application/json"})
    assert uit.json()["success"] and "revision_id" not in uit.json() and pagina.revisions.count() == versies
    uit = client.post(adres, gegevens | {"samenvatting": "Anders."}, headers={"accept": "application/json"})
    assert uit.json()["revision_id"] == pagina.revisions.latest("pk").pk and pagina.revisions.count() == versies + 1


@pytest.mark.usefixtures("eigen_index")
def test_a_title_alone_makes_a_draft_with_an_address(als: Callable[[str], Client]) -> None:
    """Pasted with the mouse, Wagtail's script fills in no address, and the form came back for a field on another tab."""
    client, ouder = als("Redacteur"), Page.objects.get(slug="menukaart", locale__language_code="nl")
    adres = reverse("wagtailadmin_pages:add", args=["menukaart", "interventie", ouder.pk])
    antwoord = client.get(adres)
    gegevens: dict[str, Any] = dict(zoals_getekend(antwoord.content.decode(), antwoord.context["form"]).lists())
    terug = client.post(adres, gegevens | {"title": "Samen koffie drinken", "samenvatting": "Elke week.", "slug": ""})
    assert terug.status_code == 302, terug.context["form"].errors
    nieuw = Page.objects.get(title="Samen koffie drinken")
    assert nieuw.slug == "samen-koffie-drinken" and not nieuw.live


@pytest.mark.usefixtures("eigen_index")
@pytest.mark.parametrize(
    ("model", "zelf_bewaard"), [(Interventie, False), (Interventie, True), (Praktijkvoorbeeld, True)]
)
def test_who_approves_and_mends_a_word_approves_that_too(
    als: Callable[[str], Client], model: type[Page], zelf_bewaard: bool
) -> None:
    """The same person was asked to approve again, also for what the form had kept by itself while a word was mended."""
    client, door = als("Eindredacteur"), Gebruiker.objects.get(email="redacteur@demo.example")
    stuk = model.objects.filter(live=True, locale__language_code="nl").order_by("pk").first()
    stuk.save_revision(user=door)
    stuk.get_workflow().start(stuk, door)
    adres = reverse("wagtailadmin_pages:edit", args=[stuk.pk])
    antwoord = client.get(adres)
    gegevens: dict[str, Any] = dict(zoals_getekend(antwoord.content.decode(), antwoord.context["form"]).lists())
    gegevens["title"] = "Een woord beter"
    if zelf_bewaard:
        client.post(adres, gegevens, headers={"accept": "application/json"})
    client.post(adres, gegevens | {"action-workflow-action": "true", "workflow-action-name": "approve"})
    nu = Page.objects.get(pk=stuk.pk)
    assert (nu.title, nu.live, nu.workflow_in_progress) == ("Een woord beter", True, False)
