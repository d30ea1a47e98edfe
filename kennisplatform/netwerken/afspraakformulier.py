"""The form of an agreement. Two people who change one at once are merged by field (basis/samenloop.py)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.datums import Dagveld
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap
from kennisplatform.netwerken.models import Afspraak


class AfspraakFormulier(MetStand, forms.ModelForm):
    voor = Dagveld(label=_("Voor wanneer?"), required=False)

    class Meta:
        model = Afspraak
        fields = ("wat", "wie", "voor")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        afspraak = kwargs["instance"]
        staat_er = {
            naam: afspraak._meta.get_field(naam).value_from_object(afspraak) for naam in self._meta.fields or ()
        }
        super().__init__(
            *args, stand=str(afspraak.versie if afspraak.pk else 0), staat_er=staat_er if afspraak.pk else {}, **kwargs
        )
        leden = Lidmaatschap.objects.lopend().filter(buurt=afspraak.buurt_id, persoon__isnull=False).values("persoon")
        # Somebody who left since may still stand there.
        self.fields["wie"].queryset = Gebruiker.objects.filter(pk__in=leden) | Gebruiker.objects.filter(
            pk=afspraak.wie_id or 0
        )
        self.fields["wie"].empty_label = _("Nog niemand")
