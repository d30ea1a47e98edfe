"""Read everything, check everything, then write what changed, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from kennisplatform.basis.models import Begrip
from kennisplatform.basis.models.begrippen import nederlandse_op_code
from kennisplatform.basis.models.prullenbak import buiten_prullenbak, lag_op
from kennisplatform.inhoudlader import begrippen, bijwerken, rijen, soorten, trefwoorden
from kennisplatform.inhoudlader.gedeeld import begripsleutels
from kennisplatform.inhoudlader.models import Geladen
from kennisplatform.inhoudlader.schema import Bekend, Fout, controleer, lees

SPELING = "4"  # raise when the conversion itself changes, so that unchanged files are written again


@dataclass(frozen=True)
class Inhoudsbestand:
    soort: soorten.Inhoudsoort
    pad: Path
    slug: str
    data: Mapping[str, Any]
    hash: str

    @property
    def naam(self) -> str:
        return korte_naam(self.pad)


@dataclass
class Verslag:
    nieuw: int = 0
    bijgewerkt: int = 0
    gelijk: int = 0
    overgeslagen: list[str] = field(default_factory=list)  # edited on the site since: the editor's work stays
    opgeruimd: soorten.Opgeruimd = field(default_factory=soorten.Opgeruimd)


class Inhoudsfout(Exception):
    def __init__(self, fouten: list[Fout]) -> None:
        super().__init__("\n".join(map(str, fouten)))
        self.fouten = fouten


def korte_naam(pad: Path) -> str:
    basis = Path(settings.BASE_DIR)
    return str(pad.relative_to(basis)) if pad.is_relative_to(basis) else str(pad)


@dataclass(frozen=True)
class Gelezen:
    bestanden: list[Inhoudsbestand]
    begrippen: list[begrippen.Begriprij]
    rijen: Mapping[str, soorten.Rijen]


def lees_alles() -> Gelezen:
    """Every file, checked against its schema and against each other. Raises Inhoudsfout with every mistake found."""
    begriprijen, fouten = begrippen.lees_alle()
    per_soort, rijfouten = rijen.lees_alle(korte_naam, begriprijen)
    fouten += rijfouten
    gelezen = []
    for soort in soorten.alle():
        for pad in sorted(soort.map.glob("*.toml")):
            data, nummers, leesfouten = lees(pad)
            fouten += leesfouten
            gelezen.append((soort, pad, data, nummers, bool(leesfouten)))
    bekend = wat_bekend_is([(soort, pad.stem) for soort, pad, *_rest in gelezen], begriprijen)
    for soort, pad, data, nummers, kapot in gelezen:
        if not kapot:
            mis = controleer(data, soort.schema, bekend) or rijen.keur(soort.naam, data, per_soort)
            fouten += [
                Fout(Path(korte_naam(pad)), nummers.van(plek), ".".join(map(str, plek)), melding)
                for plek, melding in mis
            ]
    if fouten:
        raise Inhoudsfout(fouten)
    bestanden = [Inhoudsbestand(s, p, p.stem, d, vingerafdruk(p)) for s, p, d, _n, _k in gelezen]
    return Gelezen(bestanden, begriprijen, per_soort)


def vingerafdruk(pad: Path) -> str:
    return hashlib.sha256(SPELING.encode() + pad.read_bytes()).hexdigest()


def wat_bekend_is(bestanden: list[tuple[soorten.Inhoudsoort, str]], begriprijen: list[begrippen.Begriprij]) -> Bekend:
    codes = rijen.begripcodes(begriprijen)
    slugs: dict[str, set[str]] = {}
    paden = {soort.ouderpad for soort, _slug in bestanden}
    for soort, slug in bestanden:
        slugs.setdefault(soort.naam, set()).add(slug)
        if soort.ouder:
            paden.add(f"{soort.ouderpad}{slug}/")
    return Bekend(codes, slugs, paden)


@transaction.atomic
def laad() -> Verslag:
    with bijwerken.eenmaal():
        return _laad()


def _laad() -> Verslag:
    gelezen = lees_alles()
    begrippen.bewaar(gelezen.begrippen)
    verslag, te_doen = Verslag(), []
    verslag.overgeslagen += rijen.bewaar(gelezen.rijen)
    eerder = {g.pad: g for g in Geladen.objects.all()}
    for bestand in gelezen.bestanden:
        vorige = eerder.get(bestand.naam)
        if vorige and vorige.hash == bestand.hash:
            verslag.gelijk += 1
        elif vorige and intussen_bewerkt(vorige):
            verslag.overgeslagen.append(bestand.naam)
        else:
            te_doen.append(bestand)
            verslag.bijgewerkt += bool(vorige)
            verslag.nieuw += not vorige
    boek = nederlandse_op_code()
    woorden = trefwoorden.op_naam(woord for bestand in te_doen for woord in bestand.data.get("trefwoorden", []))
    gemaakt = [(bestand, bewaar(bestand, boek, woorden)) for bestand in te_doen]
    for bestand, ding in gemaakt:
        maak_af(bestand, ding)
    teken_op(gemaakt)
    verslag.opgeruimd = rijen.ruim(gelezen.rijen)  # only now: until here a page may have named it
    soorten.nazorg()
    return verslag


def intussen_bewerkt(vorige: Geladen) -> bool:
    """True when somebody saved the page on the site after it was loaded, or threw it away (for good, or into the bin)."""
    prefix, pk = vorige.sleutel.split(":")
    if prefix != "pagina":
        return False
    pagina = buiten_prullenbak(Page.objects.filter(pk=int(pk))).select_related("latest_revision").first()
    return pagina is None or bool(pagina.latest_revision and pagina.latest_revision.created_at > vorige.op)


def bewaar(bestand: Inhoudsbestand, boek: dict[tuple[str, str], Begrip], woorden: Mapping[str, Tag]) -> models.Model:
    soort = bestand.soort
    velden = soort.velden(bestand.slug, bestand.data)
    if soort.ouder is None:
        ding, _nieuw = soort.model._default_manager.update_or_create(slug=bestand.slug, defaults=velden)
        return ding
    ouder = soort.ouder()
    paginas: Any = soort.model._default_manager  # of a Wagtail page, which carries no types
    pagina = paginas.child_of(ouder).filter(slug=bestand.slug).first()
    if pagina is None:
        pagina = soort.model(slug=bestand.slug, locale=Locale.objects.get(language_code="nl"))
    for naam, waarde in velden.items():
        setattr(pagina, naam, waarde)
    themas = [boek["thema", code] for code in bestand.data.get("thema", [])]
    pagina.hoofdthema = themas[0] if themas else None
    if pagina.pk is None:
        ouder.add_child(instance=pagina)
    pagina.begrippen = list(dict.fromkeys(boek[sleutel] for sleutel in begripsleutels(bestand.data)))
    pagina.trefwoorden.set([woorden[woord] for woord in bestand.data.get("trefwoorden", [])])
    return pagina


def maak_af(bestand: Inhoudsbestand, ding: models.Model) -> None:
    """Second round: links between pages, then the revision that an editor starts from, then published."""
    if not isinstance(ding, Page):
        return
    if paden := bestand.data.get("gerelateerd"):
        ding.gerelateerd = [{"type": "pagina", "value": pagina_op(pad).pk} for pad in paden]
    if bestand.soort.daarna:
        bestand.soort.daarna(ding, bestand.data)
    ding.full_clean()
    bijwerken.zet_live(ding)


def teken_op(gemaakt: list[tuple[Inhoudsbestand, models.Model]]) -> None:
    """What each file became, and when: later than its last version, or the next load would think that somebody edited it."""
    nu, rij = timezone.now(), []
    for bestand, ding in gemaakt:
        prefix = "pagina" if isinstance(ding, Page) else bestand.soort.naam
        rij.append(Geladen(pad=bestand.naam, hash=bestand.hash, sleutel=f"{prefix}:{ding.pk}", op=nu))
    Geladen.objects.bulk_create(
        rij, update_conflicts=True, unique_fields=["pad"], update_fields=["hash", "sleutel", "op"]
    )


def pagina_op(pad: str) -> Page:
    """The Dutch page at a public path; the root's own slug stands before it in the tree.

    A page in the bin counts: nobody sees the link while it lies there, and it works again when the page is put back.
    """
    plek = f"{wortelpad()}{pad.lstrip('/')}"
    gevonden = Page.objects.filter(url_path=plek).first()
    if gevonden is None and (naar := Redirect.objects.filter(old_path=Redirect.normalise_path(pad)).first()):
        gevonden = naar.redirect_page  # it went into another one
    return gevonden or lag_op([plek]).get()


def wortelpad() -> str:
    return str(Page.objects.values_list("url_path", flat=True).get(depth=2, locale__language_code="nl"))
