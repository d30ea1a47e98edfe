"""The research agenda in the admin: pages and neighbourhoods as people have them at hand, kept as addresses."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.velden import regels
from kennisplatform.cijfers.keuzes import Onderzoekstand
from kennisplatform.deelnemers.models import Buurt


class OnderzoekFormulier(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paginas"].help_text = gettext_lazy("Eén adres per regel, zoals /menukaart/reablement/.")
        self.fields["buurten"].help_text = gettext_lazy("Eén buurt per regel. Leeg: alle buurten van het programma.")
        self.fields["wie"].help_text = gettext_lazy("Alleen als een bron het zegt.")

    def clean_paginas(self) -> str:
        paden = [_pad(regel) for regel in regels(self.cleaned_data["paginas"])]
        namen = {pad.strip("/").rpartition("/")[2] for pad in paden}
        er = {
            pad_op_site(p.url_path, "nl")
            for p in openbaar(Page.objects.filter(slug__in=namen, locale__language_code="nl"))
        }
        if mis := [pad for pad in paden if pad not in er]:
            raise forms.ValidationError(_("Dit adres is geen openbare pagina: %(adres)s") % {"adres": mis[0]})
        return "\n".join(dict.fromkeys(paden))

    def clean_buurten(self) -> str:
        gezegd = regels(self.cleaned_data["buurten"])
        alle = list(Buurt.objects.actief()) if gezegd else []
        per = {woord.casefold(): b.slug for b in alle for woord in (str(b), b.naam, b.slug)}
        if mis := [regel for regel in gezegd if regel.casefold() not in per]:
            raise forms.ValidationError(_("Deze buurt kennen wij niet: %(buurt)s") % {"buurt": mis[0]})
        return "\n".join(dict.fromkeys(per[regel.casefold()] for regel in gezegd))

    def clean(self) -> dict[str, Any]:
        gegevens: dict[str, Any] = super().clean() or {}
        if gegevens.get("stand") == Onderzoekstand.GESTOPT and not gegevens.get("uitkomst", "").strip():
            self.add_error("uitkomst", _("Schrijf in één zin waarom het stopte. Lezers zien dat."))
        return gegevens


def _pad(regel: str) -> str:
    return f"/{urlsplit(regel).path.strip('/')}/"
