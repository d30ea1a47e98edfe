"""The way to the editors' desk, from somebody's own workspace: who signs in on the site comes there."""

from __future__ import annotations

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel

TOEGANG = "wagtailadmin.access_admin"


def op_werkplek(request: HttpRequest, ding: None) -> Deel | None:
    return Deel("redactie/op_werkplek.html") if request.user.has_perm(TOEGANG) else None
