"""What the form of a page keeps by itself, and what it says when a decision was made with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import COMMENTS_RELATION_NAME, AbstractGroupApprovalTask, Revision

from kennisplatform.redactie import achter, nakijken, nakijkstand, zuinig


def stel_bij() -> None:
    EditView.save_action = _alleen_wat_anders_is(EditView.save_action)
    EditView.add_save_confirmation_message = _met_besluit(EditView.add_save_confirmation_message)
    EditView.get_object = _met_nakijkgang(EditView.get_object)
    AbstractGroupApprovalTask.on_action = nakijken.keurt_eigen_wijziging(AbstractGroupApprovalTask.on_action)


def _met_nakijkgang(gewoon: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What the page itself knows, the copy that the form shows knows too: where it stands, its review, who wrote it. Drawing
    the form asked for the review alone twelve times more.
    """

    def get_object(self: Any) -> Any:
        if self.request.method != "GET":  # a press changes where it stands
            return gewoon(self)
        echt = self.real_page_record
        zuinig.weet_boven(echt)
        nakijkstand.weet(echt)
        if echt.has_unpublished_changes and (versie := echt.latest_revision):
            # The draft is read beside the row of the page: what stands on the site, which its status asks for too.
            openbaar = echt.specific
            openbaar._state.fields_cache |= echt._state.fields_cache
            Revision._meta.get_field("content_object").set_cached_value(versie, openbaar)
        pagina = gewoon(self)
        for naam in ("boven", "_cached_parent_obj", "_current_workflow_states"):
            setattr(pagina, naam, getattr(echt, naam))
        pagina._approved_schedule = self.scheduled_revision is not None
        prefetch_related_objects(getattr(pagina, COMMENTS_RELATION_NAME).get_object_list(), "user")  # read twice
        return pagina

    return get_object


def _alleen_wat_anders_is(gewoon: Callable[[Any], HttpResponse]) -> Callable[[Any], HttpResponse]:
    """Wagtail's script keeps a form now and then, also one that is as it was: pressing a button is enough. As a version
    that would come after the decision, by somebody who wrote nothing, on a page that was just published.
    """

    def save_action(self: Any) -> HttpResponse:
        if not self.expects_json_response or self.has_content_changes:
            return gewoon(self)
        # No number of a version: the script would write its next one over that.
        return JsonResponse({"success": True, "pk": self.page.pk, "field_updates": {}, "html": ""})

    return save_action


def _met_besluit(gewoon: Callable[[Any], None]) -> Callable[[Any], None]:
    def add_save_confirmation_message(self: Any) -> None:
        zin = _besluit(self) if getattr(self, "workflow_action", None) else ""
        if zin:
            messages.success(self.request, zin)
            if self.workflow_action == "approve":
                achter.na_publiceren(self.request, self.page)
        else:
            gewoon(self)

    return add_save_confirmation_message


def _besluit(beeld: Any) -> str:
    titel = {"titel": beeld.page.get_admin_display_title()}
    if beeld.workflow_action == "reject":
        return _("‘%(titel)s’ is terug met uw vraag.") % titel
    if beeld.workflow_action != "approve":
        return ""
    if type(beeld.page).objects.filter(pk=beeld.page.pk, live=True, has_unpublished_changes=False).exists():
        return _("‘%(titel)s’ is goedgekeurd en staat op de site.") % titel
    return _("‘%(titel)s’ is goedgekeurd.") % titel
