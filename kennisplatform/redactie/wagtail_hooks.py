"""What every page's form in the admin gets: a decision that is at hand, a way back without a whole form."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from kennisplatform.redactie import (
    achter,
    begrippen,
    bewaren,
    bulkacties,
    hele_boom,
    lijsten,
    lijstsleutels,
    nakijkstand,
    prullenbakdeur,
    sleutelproef,
    slot,
    startscherm,
    taaldelen,
    vertaalgang,
    vertaalscherm,
    volgorde,
    zuinig,
)
from kennisplatform.redactie.nakijken import json_opmerking
from kennisplatform.redactie.views import meelezen, regels, samengaan, versies
from kennisplatform.redactie.views import volgorde as zet_voor

BESLUITEN: Final = ("approve", "reject")


@hooks.register("insert_global_admin_css")
def eigen_opmaak() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("redactie/redactie.css"))


@hooks.register("insert_global_admin_js")
def eigen_gedrag() -> SafeString:
    adressen = [(static(f"js/{naam}.js"),) for naam in ("datum", "wachten", "redactie", "controles", "collectie")]
    return SafeString("".join(format_html('<script src="{}" defer></script>', *adres) for adres in adressen))


@hooks.register("register_admin_urls")
def eigen_schermen() -> list[URLPattern | URLResolver]:
    return [path("redactie/", include("kennisplatform.redactie.adminurls"))]


@hooks.register("register_reports_menu_item")
def rapporten() -> MenuItem:
    return MenuItem(_("Van de redactie"), reverse("redactie:rapporten"), icon_name="clipboard-list", order=1)


@hooks.register("register_reports_menu_item")
def werk() -> MenuItem:
    return MenuItem(_("Werk aan veel pagina’s"), reverse("redactie:werken"), icon_name="tasks", order=2)


@hooks.register("register_reports_menu_item")
def kalender() -> MenuItem:
    return MenuItem(_("Kalender"), reverse("redactie:kalender"), icon_name="calendar-alt", order=3)


@hooks.register("construct_help_menu")
def alleen_eigen_hulp(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """No English guide to Wagtail on another site, and no news of its versions: who decides about those reads it there."""
    menu_items[:] = [item for item in menu_items if not item.url.startswith("http")]


hooks.register("register_bulk_action", bulkacties.Veel)
hooks.register("register_bulk_action", bulkacties.NaarExcel)
hooks.register("register_bulk_action", bulkacties.NaarToml)


@hooks.register("construct_page_action_menu")
def besluit_vooraan(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Who opened a page to decide about it sees the decision, not 'Bewaar concept'."""
    namen = [item.name for item in menu_items]
    if "approve" in namen and "reject" in namen and context.get("view") == "edit":
        menu_items.sort(key=lambda item: BESLUITEN.index(item.name) if item.name in BESLUITEN else len(BESLUITEN))


@hooks.register("before_edit_page")
def terug_zonder_heel_formulier(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A page goes back because something is wrong with it: its mistakes are no reason to refuse that.

    Only where the form was left alone; who changed something has it checked and kept.
    """
    if request.method != "POST" or request.POST.get("workflow-action-name") != "reject":
        return None
    if not request.POST.get("action-workflow-action"):
        return None
    taak = page.current_workflow_task
    if taak is None or "reject" not in [naam for naam, *_rest in taak.get_actions(page, request.user)]:
        return None
    huidig = page.get_latest_revision_as_object()
    formulier = (
        type(huidig)
        .get_edit_handler()
        .get_form_class()(
            request.POST, request.FILES, instance=huidig, parent_page=page.get_parent(), for_user=request.user
        )
    )
    if formulier.is_valid() or formulier.has_changed():
        return None  # Wagtail's own way
    vraag = taak.get_form_for_action("reject")(json_opmerking(request))
    if not vraag.is_valid():
        return None
    taak.on_action(page.current_workflow_task_state, request.user, "reject", **vraag.cleaned_data)
    messages.success(request, _("‘%(titel)s’ is terug met uw vraag.") % {"titel": page.get_admin_display_title()})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


hooks.register("on_serve_page", taaldelen.bij_het_tonen)
lijsten.zonder_vragen_per_rij()
lijsten.alleen_bij_vertalingen()
lijsten.zonder_eigen_velden()
lijsten.eens_per_verzoek()
lijsten.knoppen_naar_wat_mag()
slot.met_raad()
bewaren.stel_bij()
volgorde.per_blad()
bulkacties.stel_bij()
hele_boom.stel_bij()
zuinig.stel_bij()
nakijkstand.stel_bij()
sleutelproef.stel_bij()
lijstsleutels.stel_bij()
hooks.register("register_page_listing_more_buttons", lijsten.vertaalknop)
hooks.register("register_page_header_buttons", lijsten.vertaalknop)
hooks.register("register_page_header_buttons", lijsten.bijwerkknop)
hooks.register("construct_homepage_panels", startscherm.panelen)
hooks.register("construct_homepage_panels", achter.op_startscherm)
hooks.register("after_publish_page", achter.na_publiceren)
hooks.register("construct_homepage_summary_items", startscherm.geen_tellingen, order=1000)
hooks.register("register_page_header_buttons", versies.knop)
hooks.register("register_page_header_buttons", meelezen.knop)
hooks.register("register_log_actions", meelezen.in_geschiedenis)
hooks.register("register_page_header_buttons", samengaan.samenknop)
hooks.register("register_log_actions", samengaan.in_geschiedenis)
hooks.register("register_page_listing_more_buttons", zet_voor.knop)
hooks.register("register_page_header_buttons", zet_voor.knop)
hooks.register("construct_page_chooser_queryset", lijsten.kiezer)
hooks.register("construct_page_chooser_queryset", prullenbakdeur.kiezer)
hooks.register("before_delete_page", prullenbakdeur.bij_verwijderen, order=100)  # after who objects to it
hooks.register("register_bulk_action", prullenbakdeur.NaarPrullenbak, order=10)  # over Wagtail's own
hooks.register("register_admin_menu_item", prullenbakdeur.menu)
hooks.register("register_log_actions", prullenbakdeur.in_geschiedenis)
hooks.register("before_delete_snippet", begrippen.in_gebruik_blijft)
hooks.register("register_snippet_listing_buttons", begrippen.rijknop)
register_snippet(regels.RegelsViewSet)
hooks.register("register_snippet_listing_buttons", regels.rijknop)
hooks.register("after_create_snippet", regels.na_bewaren)
hooks.register("after_edit_snippet", regels.na_bewaren)
hooks.register("register_snippet_action_menu_item", begrippen.formulierknop)
hooks.register("register_log_actions", begrippen.in_geschiedenis)


hooks.register("before_edit_page", order=-1)(vertaalgang.bij_opslaan)  # before the editor of translations takes over
hooks.register("construct_page_action_menu", vertaalscherm.knoppen, order=-1)  # before a decision comes first
