"""Work on many pages: begun with one press, done page by page in the background, taken back within the hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Case, QuerySet, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.models import Locale, Page

from kennisplatform.basis.losse_rijen import meld
from kennisplatform.naderhand import na_commit
from kennisplatform.redactie import schrijven
from kennisplatform.redactie.lijstvelden import TUSSEN, delen, velden_van
from kennisplatform.redactie.meten import meet_bij
from kennisplatform.redactie.models import Werkgang, Werkregel
from kennisplatform.redactie.schrijven import Geschreven, Werkbezwaar
from kennisplatform.redactie.vertaalwerk import haal_weg, zet_klaar

BEWAAR: Final = dt.timedelta(days=90)
Stand = Werkgang.Stand
Regelstand = Werkregel.Stand


@transaction.atomic
def begin(
    *,
    soort: str,
    paginas: Iterable[Page],
    door: Any,
    gegevens: Mapping[str, Any] | None = None,
    wil: Mapping[int, Mapping[str, str]] | None = None,
    wacht: bool = False,
) -> Werkgang:
    """`wil`: key of a page → its own values. `wacht`: only looked at yet."""
    werkgang = Werkgang.objects.create(
        soort=soort, door=door, gegevens=dict(gegevens or {}), stand=Stand.BEKEKEN if wacht else Stand.WACHT
    )
    eigen = wil or {}
    Werkregel.objects.bulk_create(
        [
            Werkregel(werkgang=werkgang, pagina_id=p.pk, titel=p.title[:255], wil=dict(eigen.get(p.pk, {})))
            for p in paginas
        ]
    )
    if not wacht:
        start(werkgang)
    return werkgang


def start(werkgang: Werkgang) -> None:
    na_commit(partial(voer_uit.enqueue, werkgang.pk), "beginning work on many pages")


@task(backend="werk")
def voer_uit(pk: int) -> None:
    """Goes on where it was, also when it was broken off. Who presses 'Ga verder' while it still runs has two of these at the
    same rows: each row is claimed by one.
    """
    werkgang = Werkgang.objects.select_related("door").get(pk=pk)
    if werkgang.stand == Stand.DRAAIT:
        _draai_terug(werkgang)
    if werkgang.stand not in {Stand.WACHT, Stand.BEZIG} or werkgang.door is None:
        return
    Werkgang.objects.filter(pk=pk, stand=Stand.WACHT).update(stand=Stand.BEZIG)
    doe = DOE[werkgang.soort]
    for regel in werkgang.regels.filter(stand=Regelstand.WACHT):
        _een(regel, partial(doe, regel, werkgang.gegevens, werkgang.door))
    meet_bij()  # what was published, for the reports
    if not werkgang.regels.filter(stand=Regelstand.WACHT).exists():
        Werkgang.objects.filter(pk=pk, stand=Stand.BEZIG).update(stand=Stand.KLAAR, klaar_op=timezone.now())


def _een(regel: Werkregel, doe: Callable[[], Geschreven]) -> None:
    rij = Werkregel.objects.filter(pk=regel.pk, stand=Regelstand.WACHT)
    try:
        with transaction.atomic():
            if not rij.update(stand=Regelstand.GEDAAN):
                return
            uit = doe()
            regel.stand = Regelstand.GELIJK if uit.gelijk else Regelstand.GEDAAN
            regel.voor, regel.erna, regel.melding = uit.voor, uit.erna, ""
            if not uit.gelijk:
                regel.voor["daarna"] = schrijven.stand_van(_pk(regel))
            regel.save()
    except Werkbezwaar as bezwaar:
        rij.update(stand=Regelstand.MISLUKT, melding=str(bezwaar)[:300])
    except Exception as fout:
        meld("werk aan veel pagina's", regel, fout)
        rij.update(stand=Regelstand.MISLUKT, melding=_("Er ging iets mis. De beheerder ziet wat."))


def draai_terug(*, werkgang: Werkgang, door: Any) -> None:
    """In the background, as it was done: a thousand pages back takes as long. `door` may be another than who did it."""
    werkgang.stand, werkgang.gegevens["terug_door"] = Stand.DRAAIT, door.pk
    werkgang.save(update_fields=["stand", "gegevens"])
    start(werkgang)


def _draai_terug(werkgang: Werkgang) -> None:
    """Each page by itself, and what was gone on with stays."""
    door = get_user_model().objects.filter(pk=werkgang.gegevens["terug_door"]).first()
    te_doen = werkgang.regels.filter(stand=Regelstand.GEDAAN, melding="")
    for regel in te_doen.order_by("-pk"):
        rij = te_doen.filter(pk=regel.pk)
        try:
            with transaction.atomic():
                if rij.update(stand=Regelstand.TERUG):
                    _een_terug(regel, door)
        except Werkbezwaar as bezwaar:
            rij.update(melding=str(bezwaar)[:300])
        except Exception as fout:
            meld("werk terugdraaien", regel, fout)
            rij.update(melding=_("Er ging iets mis. De beheerder ziet wat."))
    if not te_doen.exists():
        Werkgang.objects.filter(pk=werkgang.pk, stand=Stand.DRAAIT).update(stand=Stand.TERUG)


def _een_terug(regel: Werkregel, door: Any) -> None:
    if "gemaakt" in regel.voor:
        haal_weg(pks=regel.voor["gemaakt"], van=_pk(regel), sinds=regel.werkgang.op, door=door)
    else:
        schrijven.zet_terug(pk=_pk(regel), voor=regel.voor, door=door)


# ---- How far it is


def nog_te_doen(werkgang: Werkgang) -> int:
    """Pages that wait to be done; of what is being taken back, those that wait for that."""
    if werkgang.stand == Stand.DRAAIT:
        return werkgang.regels.filter(stand=Regelstand.GEDAAN, melding="").count()
    return werkgang.regels.filter(stand=Regelstand.WACHT).count()


def op_uitkomst(werkgang: Werkgang) -> QuerySet[Werkregel]:
    """What needs somebody's eye first: three of a thousand would stand on some page of twenty."""
    gewoon = Case(When(melding="", then=1), default=0)
    return werkgang.regels.select_related("pagina").order_by(gewoon, "pk")


# ---- What is done with one page


def _velden(regel: Werkregel, gegevens: Mapping[str, Any], door: Any) -> Geschreven:
    wil = regel.wil or gegevens["wil"]
    publiceer = bool(gegevens.get("publiceer"))
    return schrijven.wijzig(pk=_pk(regel), wil=wil, door=door, publiceer=publiceer, gezien=regel.voor.get("gezien"))


def _trefwoord(regel: Werkregel, gegevens: Mapping[str, Any], door: Any) -> Geschreven:
    """Added to or taken from what each page has itself."""
    _rij, pagina = schrijven.laatste(_pk(regel), door)
    velden = velden_van(type(pagina)) if hasattr(pagina, "begripsoorten") else {}
    wil = {}
    for naam in {*gegevens["erbij"], *gegevens["eraf"]}:
        if naam not in velden:
            raise Werkbezwaar(_("Dit soort pagina heeft deze begrippen niet."))
        eraf = {woord.casefold() for woord in gegevens["eraf"].get(naam, [])}
        nu = [woord for woord in delen(velden[naam].lees(pagina)) if woord.casefold() not in eraf]
        wil[naam] = velden[naam].schoon(TUSSEN.join([*nu, *gegevens["erbij"].get(naam, [])]))
    return schrijven.wijzig(pk=_pk(regel), wil=wil, door=door, publiceer=bool(gegevens.get("publiceer")))


def _eigenaar(regel: Werkregel, gegevens: Mapping[str, Any], door: Any) -> Geschreven:
    wie = gegevens["eigenaar"]
    if wie is not None and not get_user_model().objects.filter(pk=wie, is_active=True).exists():
        raise Werkbezwaar(_("Dit account is er niet meer."))
    return schrijven.geef_eigenaar(pk=_pk(regel), eigenaar=wie, door=door)


def _publiceer(regel: Werkregel, gegevens: Mapping[str, Any], door: Any) -> Geschreven:
    return schrijven.publiceer(pk=_pk(regel), door=door)


def _intrekken(regel: Werkregel, gegevens: Mapping[str, Any], door: Any) -> Geschreven:
    return schrijven.trek_in(pk=_pk(regel), door=door)


def _vertaal(regel: Werkregel, gegevens: Mapping[str, Any], door: Any) -> Geschreven:
    talen = Locale.objects.filter(language_code__in=gegevens["talen"])
    gemaakt = zet_klaar(pk=_pk(regel), talen=list(talen), door=door)
    return Geschreven({"gemaakt": gemaakt}) if gemaakt else Geschreven(gelijk=True)


def _verplaats(regel: Werkregel, gegevens: Mapping[str, Any], door: Any) -> Geschreven:
    return schrijven.verplaats(pk=_pk(regel), naar=gegevens["naar"], door=door)


def _pk(regel: Werkregel) -> int:
    if regel.pagina_id is None:
        raise Werkbezwaar(_("De pagina is er niet meer."))
    return regel.pagina_id


DOE: Final[dict[str, Callable[[Werkregel, Mapping[str, Any], Any], Geschreven]]] = {
    Werkgang.Soort.TREFWOORD: _trefwoord,
    Werkgang.Soort.THEMA: _velden,
    Werkgang.Soort.CONTROLE: _velden,
    Werkgang.Soort.INLEZEN: _velden,
    Werkgang.Soort.EIGENAAR: _eigenaar,
    Werkgang.Soort.PUBLICEREN: _publiceer,
    Werkgang.Soort.INTREKKEN: _intrekken,
    Werkgang.Soort.VERTALEN: _vertaal,
    Werkgang.Soort.VERPLAATSEN: _verplaats,
}


def ruim_op() -> str:
    weg, _soorten = Werkgang.objects.filter(op__lt=timezone.now() - BEWAAR).delete()
    dag = timezone.now() - dt.timedelta(days=1)
    Werkgang.objects.filter(stand=Stand.BEKEKEN, op__lt=dag).delete()
    return f"{weg} oud werk"
