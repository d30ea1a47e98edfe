"""Staff change and remove accounts in the admin: by the same rules as the person would."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.toegang.verwijderen import Bezwaarlijk, verwijder_account


@hooks.register("before_delete_user")
def verwijder_zoals_het_hoort(request: HttpRequest, user: Gebruiker) -> HttpResponse | None:
    if request.method != "POST":
        return None
    _verwijder(request, [user])
    return redirect("wagtailusers_users:index")


@hooks.register("before_bulk_action")
def verwijder_veel(request: HttpRequest, action_type: str, objects: list, action: Any) -> HttpResponse | None:
    if action_type != "delete" or not objects or not isinstance(objects[0], Gebruiker):
        return None
    _verwijder(request, [wie for wie in objects if wie.pk != request.user.pk])
    return redirect(action.next_url)


def _verwijder(request: HttpRequest, mensen: list[Gebruiker]) -> None:
    for wie in mensen:
        naam = str(wie)
        try:
            verwijder_account(gebruiker=wie)
        except Bezwaarlijk as fout:
            messages.error(request, _("%(naam)s is niet verwijderd. %(reden)s") % {"naam": naam, "reden": fout})
        else:
            messages.success(request, _("Het account van %(naam)s is verwijderd.") % {"naam": naam})


@hooks.register("after_edit_user")
def ander_adres(request: HttpRequest, user: Gebruiker) -> None:
    """An address that staff typed is confirmed by the person, at the next sign-in; the old one opens nothing any more."""
    if EmailAddress.objects.filter(user=user, email=user.email).exists():
        return
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
