"""A translation goes the road of a Dutch page: handed in, reviewed, approved or sent back, on the screen where it is translated.

The library of translations saves each sentence at once and knows two things to do with them: nothing, or publishing. What
is handed in here is a version of the page with its sentences as they are now; from there the review is Wagtail's own, with
its buttons, windows, letters and lists. While it waits, who may not decide changes no sentence: what was read is what is
published.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import Translation, TranslationLog

from kennisplatform.redactie.kijker import VERZOEK
from kennisplatform.redactie.nakijken import json_opmerking
from kennisplatform.redactie.taaldelen import onvertaald, vertaling_van

VEILIG: Final = {"GET", "HEAD", "OPTIONS"}
GETOOND: Final = 12


def op_slot(pagina: Page, gebruiker: Any) -> bool:
    """Somebody keeps it to themselves, or others decide about it now."""
    slot = pagina.get_lock()
    return bool(slot and slot.for_user(gebruiker))


def bij_opslaan(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What a button under a translation sent; None for what the library does itself, which is publishing."""
    vertaling = vertaling_van(page) if request.method == "POST" else None
    if vertaling is None or "localize-convert-to-alias" in request.POST:
        return None
    doe = _gekozen(request, page)
    if doe is _trek_terug:
        return doe(request, page, vertaling)
    if op_slot(page, request.user):
        messages.error(request, _("Er is niets gebeurd: deze vertaling is vergrendeld of wordt nagekeken."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return doe(request, page, vertaling) if doe else None


def _gekozen(request: HttpRequest, page: Page) -> Callable[[HttpRequest, Any, Translation], HttpResponse | None] | None:
    mag, post, stand = page.permissions_for_user(request.user), request.POST, page.current_workflow_state
    if post.get("action-publish") or post.get("action") == "publish":
        return _publiceer if mag.can_publish() else None  # the library refuses
    if post.get("action-submit") and mag.can_submit_for_moderation():
        return _dien_in
    if post.get("action-restart-workflow") and stand and stand.user_can_cancel(request.user):
        return _begin_opnieuw
    if post.get("action-workflow-action") and post.get("workflow-action-name") in acties(page, request.user):
        return _besluit
    if post.get("action-cancel-workflow") and stand and stand.user_can_cancel(request.user):
        return _trek_terug
    return None


def acties(page: Page, gebruiker: Any) -> set[str]:
    """Names of what this user may decide now."""
    taak = page.current_workflow_task
    return {naam for naam, *_rest in taak.get_actions(page, gebruiker)} if taak else set()


def _publiceer(request: HttpRequest, page: Page, vertaling: Translation) -> HttpResponse | None:
    velden = request.POST.copy()
    velden["action"] = "publish"  # Wagtail's button, under the name of the library's
    request.POST = velden  # type: ignore[assignment]
    return vraag_nog_eens(request, page, vertaling, {"action": "publish"})


def vraag_nog_eens(
    request: HttpRequest, page: Page, vertaling: Translation, velden: dict[str, str]
) -> HttpResponse | None:
    """Half translated goes public by a second, explicit yes. `velden`: what the form of that yes sends again."""
    over = onvertaald(vertaling) if not request.POST.get("toch") else []
    if not over:
        return None
    context = {
        "page": page,
        "over": over,
        "getoond": over[:GETOOND],
        "taal": page.locale.get_display_name(),
        "velden": velden,
        "keurt": "workflow-action-name" in velden,
    }
    return TemplateResponse(request, "redactie/half_vertaald.html", context)


def _dien_in(request: HttpRequest, page: Page, vertaling: Translation) -> HttpResponse:
    pagina = _leg_vast(request, page, vertaling)
    if pagina is None:
        return redirect("wagtailadmin_pages:edit", page.pk)
    stand = pagina.current_workflow_state
    if stand and stand.status == WorkflowState.STATUS_NEEDS_CHANGES:
        stand.resume(request.user)
    else:
        pagina.get_workflow().start(pagina, request.user)
    titel = {"titel": pagina.get_admin_display_title(), "taal": pagina.locale.get_display_name()}
    messages.success(request, _("‘%(titel)s’ (%(taal)s) ligt nu bij de eindredactie.") % titel)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _begin_opnieuw(request: HttpRequest, page: Page, vertaling: Translation) -> HttpResponse:
    page.current_workflow_state.cancel(user=request.user)
    return _dien_in(request, type(page).objects.get(pk=page.pk), vertaling)


def _trek_terug(request: HttpRequest, page: Page, vertaling: Translation) -> HttpResponse:
    page.current_workflow_state.cancel(user=request.user)
    messages.success(request, _("‘%(titel)s’ is terug uit het nakijken.") % {"titel": page.get_admin_display_title()})
    return redirect("wagtailadmin_pages:edit", page.pk)


def _besluit(request: HttpRequest, page: Page, vertaling: Translation) -> HttpResponse:
    naam = request.POST["workflow-action-name"]
    if naam == "approve":
        velden = ("action-workflow-action", "workflow-action-name", "workflow-action-extra-data")
        heen = {veld: request.POST[veld] for veld in velden if veld in request.POST}
        if vraag := vraag_nog_eens(request, page, vertaling, heen):
            return vraag
    opmerking = page.current_workflow_task.get_form_for_action(naam)(json_opmerking(request))
    woorden = opmerking.cleaned_data if opmerking.is_valid() else {}
    with transaction.atomic():
        stand = page.current_workflow_task_state
        if naam == "approve" and _is_anders(stand, vertaling) and _leg_vast(request, page, vertaling) is None:
            return redirect("wagtailadmin_pages:edit", page.pk)
        stand.task.specific.on_action(stand, request.user, naam, **woorden)
    _zeg_besluit(request, type(page).objects.get(pk=page.pk), naam)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _zeg_besluit(request: HttpRequest, page: Page, naam: str) -> None:
    titel = {"titel": page.get_admin_display_title()}
    if naam != "approve":
        messages.success(request, _("‘%(titel)s’ is terug met uw vraag.") % titel)
    elif page.live and not page.has_unpublished_changes:
        messages.success(request, _("‘%(titel)s’ is goedgekeurd en staat op de site.") % titel)
    else:
        messages.success(request, _("‘%(titel)s’ is goedgekeurd.") % titel)


def _leg_vast(request: HttpRequest, page: Page, vertaling: Translation) -> Any:
    """The page with a new version of the sentences as they are, nothing of it public; None when a field refuses them."""
    pagina = met_zinnen(vertaling)
    try:
        with transaction.atomic():
            versie: Revision = pagina.save_revision(user=request.user, log_action=True)
            TranslationLog.objects.create(source=vertaling.source, locale=vertaling.target_locale, revision=versie)
    except ValidationError as fout:
        namen = {veld: pagina._meta.get_field(veld).verbose_name for veld in fout.message_dict if hasattr(pagina, veld)}
        for veld, zinnen in fout.message_dict.items():
            messages.error(request, f"{namen.get(veld, veld)}: {' '.join(zinnen)}")
        return None
    return type(page).objects.get(pk=page.pk)


def met_zinnen(vertaling: Translation) -> Any:
    """The page as it would be with its sentences as they are, at an address that is free; not saved."""
    pagina = vertaling.source.get_ephemeral_translated_instance(vertaling.target_locale, fallback=True)
    pagina.slug = find_available_slug(pagina.get_parent(), slugify(pagina.slug), ignore_page_id=pagina.pk)
    return pagina


def _is_anders(stand: TaskState, vertaling: Translation) -> bool:
    """A sentence was changed since it was handed in."""
    nu = met_zinnen(vertaling)
    namen = [veld.field_name for veld in get_translatable_fields(type(nu))]
    los = json.loads(json.dumps(nu.serializable_data(), cls=DjangoJSONEncoder))
    return any(los.get(naam) != stand.revision.content.get(naam) for naam in namen)


def niet_op_slot(gewoon: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """The library asks who may edit, not whether the page is locked: its sentences went on under a review."""

    def user_can_edit_instance(user: Any, instance: Any) -> bool:
        verzoek = VERZOEK.get()
        leest = verzoek is not None and verzoek.method in VEILIG
        return gewoon(user, instance) and (leest or not (isinstance(instance, Page) and op_slot(instance, user)))

    return user_can_edit_instance


def niet_half_goedgekeurd(gewoon: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """'Goedkeuren' in the list of the start page: what is half translated is first looked at, on its own screen."""

    def post(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        vertaling = vertaling_van(self.object) if self.action_name == "approve" else None
        if vertaling is None or not onvertaald(vertaling):
            return gewoon(self, request, *args, **kwargs)
        if self.action_name not in acties(self.object, request.user):
            raise PermissionDenied
        messages.warning(request, _("Nog niet alles is vertaald. Kijk hier wat er mist, en keur haar dan goed."))
        naar = reverse("wagtailadmin_pages:edit", args=[self.object.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            antwoord: HttpResponse = self.render_modal_json(request, {"step": "success", "redirect": naar})
            return antwoord
        return redirect(naar)

    return post
