"""The editors' step in Wagtail's workflow, with a third answer: not placed, with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, TaskState

AFWIJZEN = "afwijzen"


class MetReden(TaskStateCommentForm):
    """What the writer reads: an answer without a reason helps nobody."""

    comment = forms.CharField(
        label=_("Wat leest de schrijver?"),
        widget=forms.Textarea({"rows": 4}),
        max_length=2000,
        help_text=_("Dit staat in de mail en bij het voorbeeld. Schrijf het zoals u het zou zeggen."),
    )


class Beoordeling(AbstractGroupApprovalTask):
    """Of one group, the final editors: whoever is in it may decide, and Wagtail mails them that something waits."""

    class Meta:
        verbose_name = _("beoordeling van een praktijkvoorbeeld")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        if not super().get_actions(obj, user):
            return []
        return [
            ("reject", _("Vraag de schrijver om aanvulling"), True),
            (AFWIJZEN, _("Plaats niet, met reden"), True),
            ("approve", _("Plaats"), False),
        ]

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return MetReden if action in {"reject", AFWIJZEN} else super().get_form_for_action(action)

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        if action_name != AFWIJZEN:
            super().on_action(task_state, user, action_name, **kwargs)
            return
        task_state.comment = kwargs.get("comment", "")
        task_state.save(update_fields=["comment"])
        task_state.workflow_state.cancel(user=user)
        from leernetwerk.delen.beslissen import wijs_af  # noqa: PLC0415  it needs the models of this package

        wijs_af(pagina_id=int(task_state.workflow_state.object_id), reden=task_state.comment)
