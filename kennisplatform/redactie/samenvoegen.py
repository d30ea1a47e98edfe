"""Two terms become one: everything that carried the old one carries the new one, and old addresses lead there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex
from wagtail_localize.models import TranslatableObject

from kennisplatform.basis.begripsporen import Begriprelatie, Begripspoor, Begripwissel, relaties
from kennisplatform.basis.models import Begrip, Begripsoort, Oudecode
from kennisplatform.kamers import gebracht
from kennisplatform.redactie import versies
from kennisplatform.redactie.models import Paginastand
from kennisplatform.tekening.journaal import veranderd


class Samenvoegbezwaar(Exception):
    """Why these two can't become one, in words for who asked."""


@dataclass(frozen=True)
class Gevolgen:
    """What goes over, before it is done."""

    dingen: list[tuple[str, int]]  # kind of page or record, how many
    versies: int
    talen: list[str]  # languages of which the name goes along
    anders: list[str]  # what rooms do with it: synonyms, addresses, who follows it
    bezwaar: str


def rijen_van(begrip: Begrip) -> list[Begrip]:
    """The term in every language, Dutch first."""
    rij = Begrip.objects.filter(translation_key=begrip.translation_key).select_related("locale")
    return sorted(rij, key=lambda b: (b.locale.language_code != "nl", b.locale.language_code))


def _wissel(oud: Begrip, nieuw: Begrip) -> tuple[Begripwissel, list[Begrip]]:
    """(what comes for what, rows of the old term in languages that the new one lacks: they become its name there)."""
    er = {b.locale_id: b.pk for b in rijen_van(nieuw)}
    gaan = rijen_van(oud)
    per_pk = {b.pk: er[b.locale_id] for b in gaan if b.locale_id in er}
    return Begripwissel(oud, nieuw, per_pk), [b for b in gaan if b.locale_id not in er]


def gebruik(begrip: Begrip) -> list[tuple[str, int]]:
    """Kinds of what carries it in any language, with how many."""
    uit: Counter[str] = Counter()
    rijen = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Begrip),
        to_object_id__in=[str(b.pk) for b in rijen_van(begrip)],
    )
    for soort, _pk in rijen.values_list("content_type", "object_id").distinct():
        model = ContentType.objects.get_for_id(soort).model_class()
        uit[str(model._meta.verbose_name_plural) if model else "?"] += 1
    return sorted(uit.items())


def gevolgen(oud: Begrip, nieuw: Begrip) -> Gevolgen:
    wissel, mee = _wissel(oud, nieuw)
    return Gevolgen(
        dingen=gebruik(oud),
        versies=sum(1 for _versie in versies.met(b.pk for b in rijen_van(oud))),
        talen=[f"{b.locale.get_display_name()}: {b.label}" for b in mee],
        anders=[zin for spoor in gebracht(Begripspoor) for zin in spoor.kijk(wissel)],
        bezwaar=bezwaar(wissel),
    )


def bezwaar(wissel: Begripwissel) -> str:
    oud, nieuw = wissel.oud, wissel.nieuw
    if oud.translation_key == nieuw.translation_key:
        return _("Kies een ander begrip om in op te gaan.")
    if oud.soort != nieuw.soort:
        return _("Alleen begrippen van dezelfde soort gaan samen.")
    for relatie in relaties():
        if n := sum(1 for _rij in _botsend(relatie, wissel)):
            tekst = ngettext(
                "Bij %(n)s keer ‘%(wat)s’ staan beide begrippen, elk met een eigen tekst. Voeg die eerst zelf samen.",
                "Bij %(n)s keer ‘%(wat)s’ staan beide begrippen, elk met een eigen tekst. Voeg die eerst zelf samen.",
                n,
            )
            return tekst % {"n": n, "wat": relatie.model._meta.verbose_name}
    return ""


def _botsend(relatie: Begriprelatie, wissel: Begripwissel) -> Iterable[Any]:
    """Records of which there may be one for each term, where both are there."""
    for regel in relatie.model._meta.constraints:
        if relatie.veel or not isinstance(regel, models.UniqueConstraint) or relatie.naam not in regel.fields:
            continue
        anders = [naam for naam in regel.fields if naam != relatie.naam]
        rij = relatie.model._default_manager
        staan = set(rij.filter(**{f"{relatie.naam}__in": set(wissel.per_pk.values())}).values_list(*anders))
        gaan = rij.filter(**{f"{relatie.naam}__in": set(wissel.per_pk)}).values_list(*anders)
        yield from (sleutel for sleutel in gaan if sleutel in staan)


@transaction.atomic
def voeg_samen(*, oud: Begrip, nieuw: Begrip, door: Any) -> int:
    """How many things were changed. Raises Samenvoegbezwaar; then nothing was."""
    sleutels = [oud.translation_key, nieuw.translation_key]
    nu = {b.pk: b for b in Begrip.objects.select_for_update().filter(translation_key__in=sleutels).order_by("pk")}
    if oud.pk not in nu or nieuw.pk not in nu:
        raise Samenvoegbezwaar(_("Een van beide begrippen is er niet meer."))
    oud, nieuw = nu[oud.pk], nu[nieuw.pk]
    wissel, mee = _wissel(oud, nieuw)
    if waarom := bezwaar(wissel):
        raise Samenvoegbezwaar(waarom)
    for spoor in gebracht(Begripspoor):  # first: they still see which is which
        spoor.doe(wissel)
    for rij in mee:
        Begrip.objects.filter(pk=rij.pk).update(translation_key=nieuw.translation_key, code=nieuw.code)
    geraakt = {ding for relatie in relaties() for ding in _verhuis(relatie, wissel)}
    versies.verhuis(wissel.per_pk)
    for van, naar in wissel.per_pk.items():
        _verwijzingen(van, naar)
    Oudecode.objects.filter(begrip__in=wissel.per_pk).update(begrip=nieuw)
    Oudecode.objects.update_or_create(soort=oud.soort, code=oud.code, defaults={"begrip": nieuw})
    TranslatableObject.objects.filter(translation_key=oud.translation_key).delete()
    if oud.soort == Begripsoort.THEMA:
        Paginastand.objects.filter(thema=oud.code).update(thema=nieuw.code)
    naam, code = oud.label, oud.code
    for pk in wissel.per_pk:
        nu[pk].delete()
    nieuw.save()  # tells the search and the kept drawings
    veranderd(*(f"pagina:{pk}" for model, pk in geraakt if issubclass(model, Page)))
    log(instance=nieuw, action="redactie.samenvoegen", user=door, data={"naam": naam, "code": code})
    return len(geraakt)


def _verhuis(relatie: Begriprelatie, wissel: Begripwissel) -> set[tuple[type[models.Model], int]]:
    """Of this field, and which records had it. No version is made: what somebody is working on stays theirs."""
    if relatie.veel:
        tabel, eigen = relatie.veld.remote_field.through, relatie.veld.m2m_field_name()
        ander = relatie.veld.m2m_reverse_field_name()
    else:
        tabel, eigen, ander = relatie.model, "pk", relatie.naam
    uit: set[tuple[type[models.Model], int]] = set()
    for van, naar in wissel.per_pk.items():
        rijen = tabel._base_manager.filter(**{ander: van})
        wie = set(rijen.values_list(eigen, flat=True))
        uit |= {(relatie.model, pk) for pk in wie}
        if relatie.veel:
            dubbel = tabel._base_manager.filter(**{ander: naar, f"{eigen}__in": wie}).values_list(eigen, flat=True)
            rijen.filter(**{f"{eigen}__in": list(dubbel)}).delete()
        tabel._base_manager.filter(**{ander: van}).update(**{ander: naar})
    return uit


def _verwijzingen(van: int, naar: int) -> None:
    """The index of references follows without reading a page: only the term's key is in it."""
    soort = ContentType.objects.get_for_model(Begrip)
    alle = ReferenceIndex.objects.filter(to_content_type=soort)
    staan = set(alle.filter(to_object_id=str(naar)).values_list("base_content_type", "object_id", "content_path"))
    nieuw = []
    for rij in alle.filter(to_object_id=str(van)):
        rij.to_object_id, rij.pk = str(naar), None
        rij.content_path = rij.content_path.replace(f"item.{van}", f"item.{naar}")
        rij.content_path_hash = ReferenceIndex._get_content_path_hash(rij.content_path)
        if (rij.base_content_type_id, rij.object_id, rij.content_path) not in staan:
            nieuw.append(rij)
    alle.filter(to_object_id=str(van)).delete()
    ReferenceIndex.objects.bulk_create(nieuw)


@transaction.atomic
def zet_in_keuze(*, begrip: Begrip, kiesbaar: bool, door: Any) -> None:
    """In every language at once. What has the term keeps it."""
    for rij in rijen_van(begrip):
        if rij.vervallen == kiesbaar:
            rij.vervallen = not kiesbaar
            rij.save()
    log(instance=begrip, action="redactie.kiesbaar" if kiesbaar else "redactie.vervallen", user=door)


@transaction.atomic
def noem(*, begrip: Begrip, namen: dict[int, str], door: Any) -> None:
    """`namen`: key of a language → the name in it; '' leaves that language with the Dutch name. Codes stay."""
    er = {b.locale_id: b for b in rijen_van(begrip)}
    for taal, naam in namen.items():
        rij = er.get(taal)
        if rij is None and naam:
            Begrip(
                soort=begrip.soort,
                code=begrip.code,
                label=naam,
                volgorde=begrip.volgorde,
                vervallen=begrip.vervallen,
                locale_id=taal,
                translation_key=begrip.translation_key,
            ).save()
        elif rij is not None and naam and rij.label != naam:
            rij.label = naam
            rij.save()
    log(instance=begrip, action="wagtail.edit", user=door)
