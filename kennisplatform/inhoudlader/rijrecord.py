"""Records that come from files of many rows: each with a source that can be followed, and left alone once an editor
changed it on the site.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin

from kennisplatform.inhoudlader.schema import Veld

BRONVELDEN: Final = {
    "titel": Veld(verplicht=True, max=250),
    "url": Veld("url", max=400),
    "eigenaar": Veld(max=120),
    "datum": Veld("datum"),
    "gelezen_op": Veld("datum"),
}


def is_voorpagina(url: str) -> bool:
    """An address that is only a domain: nobody can look anything up with it."""
    return bool(url) and "/" not in url.split("://", 1)[-1].rstrip("/")


class MetBron(models.Model):
    """A source that can be followed, and whether somebody read it. Empty means: not known yet, and is shown as that."""

    bron_titel = models.CharField(_("titel van de bron"), max_length=250, blank=True)
    bron_url = models.URLField(
        _("adres van de bron"), max_length=400, blank=True, help_text=_("De bladzijde zelf, geen voorpagina.")
    )
    bron_eigenaar = models.CharField(_("eigenaar van de bron"), max_length=120, blank=True)
    bron_datum = models.DateField(_("datum van de bron"), null=True, blank=True)
    bron_gelezen_op = models.DateField(
        _("bron gelezen op"), null=True, blank=True, help_text=_("Wanneer keek iemand van de redactie in de bron zelf?")
    )
    geladen = models.CharField(max_length=64, blank=True, editable=False)  # print of what the file said, see `schrijf`

    bronpaneel: ClassVar[MultiFieldPanel] = MultiFieldPanel(
        [
            FieldPanel("bron_titel"),
            FieldPanel("bron_url"),
            FieldRowPanel([FieldPanel("bron_eigenaar"), FieldPanel("bron_datum"), FieldPanel("bron_gelezen_op")]),
        ],
        heading=_("Bron"),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if is_voorpagina(self.bron_url):
            raise ValidationError(
                {"bron_url": _("Dit is een voorpagina. Geef het adres van de bladzijde waar het staat.")}
            )


@dataclass(frozen=True)
class Bijrijen:
    """What modelcluster keeps with a record: as the file says it, as it is now, and how it is set."""

    nieuw: Any
    nu: Callable[[], Any]
    zet: Callable[[], None]


def bronvelden(bron: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{f"bron_{naam}": bron.get(naam, "") for naam in ("titel", "url", "eigenaar")},
        **{f"bron_{naam}": bron.get(naam) for naam in ("datum", "gelezen_op")},
    }


def schrijf(ding: MetBron, velden: Mapping[str, Any], bij: Bijrijen | None = None) -> bool:
    """Writes what the file says, unless somebody changed the record on the site since: then False, and it stays."""
    nieuw = _afdruk(velden, bij.nieuw if bij else {})
    if ding.pk and ding.geladen == nieuw:
        return True
    staat = _afdruk({naam: getattr(ding, naam) for naam in velden}, bij.nu() if bij else {}) if ding.pk else ""
    if staat == nieuw:  # as after two terms became one: the file names the old, and nobody changed the record
        type(ding)._default_manager.filter(pk=ding.pk).update(geladen=nieuw)
        return True
    if ding.pk and (getattr(ding, "has_unpublished_changes", False) or ding.geladen != staat):
        return False
    for naam, waarde in velden.items():
        setattr(ding, naam, waarde)
    ding.geladen = nieuw
    if bij:
        bij.zet()
    ding.full_clean()
    ding.save()
    if isinstance(ding, DraftStateMixin):  # the version that an editor starts from
        ding.save_revision(log_action=False).publish(log_action=False)
    return True


def zoals_geladen(ding: MetBron, velden: Iterable[str], bij: Any = None) -> bool:
    """True for a record that a file made and nobody changed on the site since. `bij` as it is now, see `Bijrijen`."""
    nu = _afdruk({naam: getattr(ding, naam) for naam in velden}, {} if bij is None else bij)
    return ding.geladen == nu and not getattr(ding, "has_unpublished_changes", False)


def _afdruk(velden: Mapping[str, Any], bij: Any) -> str:
    inhoud = json.dumps([dict(velden), bij], sort_keys=True, default=_als_tekst)
    return hashlib.sha256(inhoud.encode()).hexdigest()


def _als_tekst(waarde: Any) -> str:
    """A date as it is written; a record of another table by its key."""
    return waarde.isoformat() if isinstance(waarde, dt.date) else str(waarde.pk)
