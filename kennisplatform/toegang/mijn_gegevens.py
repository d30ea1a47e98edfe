"""'Mijn gegevens': see what is kept and why, take it along, and leave."""

from __future__ import annotations

import json
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.toegang import brieven
from kennisplatform.toegang.verwijderen import Bezwaarlijk, bewijs, klopt_bewijs, verwijder_account


def onderdelen(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            "code": bron.code,
            "naam": str(bron.naam),
            "doel": str(bron.doel),
            "bewaartermijn": str(bron.bewaartermijn),
            "gegevens": bron.geef(wie),
        }
        for bron in gegevens.bronnen()
    ]


@deur(Doe.ZIEN, "eigen")
def overzicht(request: Verzoek) -> HttpResponse:
    return render(request, "toegang/gegevens.html", {"onderdelen": onderdelen(request.user)})


@deur(Doe.ZIEN, "eigen")
def meenemen(request: Verzoek, vorm: str) -> HttpResponse:
    inhoud = {
        "van": settings.WAGTAIL_SITE_NAME,
        "gemaakt_op": timezone.localtime().isoformat(timespec="seconds"),
        "over": request.user.email,
        "onderdelen": onderdelen(request.user),
    }
    if vorm == "json":
        antwoord = HttpResponse(json.dumps(inhoud, ensure_ascii=False, indent=1), content_type="application/json")
    else:
        antwoord = HttpResponse(render_to_string("toegang/gegevens_bestand.html", inhoud | {"nu": timezone.now()}))
    antwoord["Content-Disposition"] = f'attachment; filename="mijn-gegevens.{vorm}"'
    return antwoord


class Wachtwoord(Duidelijk, forms.Form):
    """Somebody who found an open screen must not be able to do this."""

    password = forms.CharField(
        label=_("Uw wachtwoord"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, wie: Gebruiker, *args: Any) -> None:
        super().__init__(*args)
        self.wie = wie

    def clean_password(self) -> str:
        adapter = get_adapter()
        if not adapter.reauthenticate(self.wie, self.cleaned_data["password"]):  # counts along with failed sign-ins
            raise adapter.validation_error("incorrect_password")
        return ""


@sensitive_post_parameters("password")
@deur(Doe.WIJZIGEN, "eigen")
def verwijderen(request: Verzoek) -> HttpResponse:
    """With the password, or by a link in a mail for somebody who has none."""
    wie = request.user
    met_wachtwoord = wie.has_usable_password()
    form = Wachtwoord(wie, request.POST or None) if met_wachtwoord else None
    context = {"form": form, "bezwaren": gegevens.bezwaren(wie), "onderdelen": gegevens.bronnen()}
    if request.method != "POST" or context["bezwaren"]:
        return render(request, "toegang/verwijderen.html", context)
    if form is None:
        link = request.build_absolute_uri(reverse("account_verwijderen_bevestigen", args=[bewijs(wie)]))
        brieven.stuur(
            wie.email, "toegang/brieven/verwijderen", {"link": link, "adres": request.build_absolute_uri("/")}
        )
        return render(request, "toegang/verwijderen.html", context | {"verstuurd": True})
    if not form.is_valid():
        return render(request, "toegang/verwijderen.html", context)
    return _weg(request)


@deur(Doe.WIJZIGEN, "eigen")
def bevestigen(request: Verzoek, bewijs: str) -> HttpResponse:
    if not klopt_bewijs(request.user, bewijs):
        return render(request, "toegang/verwijderen_oude_link.html")
    if request.method != "POST":
        return render(request, "toegang/verwijderen_bevestigen.html", {"bezwaren": gegevens.bezwaren(request.user)})
    return _weg(request)


def _weg(request: Verzoek) -> HttpResponse:
    wie = Gebruiker.objects.get(pk=request.user.pk)
    try:
        verwijder_account(gebruiker=wie)
    except Bezwaarlijk:  # it came up while the page stood open
        return redirect("account_verwijderen")
    logout(request)
    return redirect("account_verwijderd")


@voor_iedereen
def verwijderd(request: HttpRequest) -> HttpResponse:
    return render(request, "toegang/verwijderd.html")
