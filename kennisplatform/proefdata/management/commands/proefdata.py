"""Synthetic pages and neighbourhoods for scale tests: every one marked, all of them removable.

Written in bulk, so none of Wagtail's per-page work is done: no revisions, no reference index, no signals. Rooms are
found by the kind they publish, never by name.
"""

from __future__ import annotations

import datetime as dt
import time
import uuid
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import models, transaction
from django.db.models.signals import post_delete, pre_delete
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.fields import ParentalKey
from taggit.models import Tag
from wagtail.models import Page, ReferenceIndex, get_page_models

from kennisplatform.basis.happen import HAP, happen
from kennisplatform.basis.models import Begrip, Begripsoort, KennisPagina, LijstPagina, Trefwoord
from kennisplatform.basis.models.pagina import zoektekst
from kennisplatform.proefdata import brengen
from kennisplatform.proefdata.bulk import schrijf_ruw, zonder_signalen
from kennisplatform.proefdata.vuller import MERK, Vuller, woorden_uit
from kennisplatform.zoeken import bron

DEEL = {"interventie": 0.5, "artikel": 0.2, "praktijkvoorbeeld": 0.2, "zorgpad": 0.1}
DOEL = ("interventie", "zorgpad")  # what a practice example works with
MERKTEKENS = {"slug__startswith": "proef-", "title__startswith": f"{MERK} "}
BUURT = "buurt"  # prefix under which neighbourhoods can be found

Paginas = dict[str, list[Page]]  # kind → its new pages


class Command(BaseCommand):
    help = "Vult de database met herkenbare proefdata; --wis haalt alles weer weg. Eerdere proefdata wordt vervangen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--items", type=int, default=1000, help="pagina's, verdeeld over vier soorten")
        parser.add_argument("--buurten", type=int, default=0)
        parser.add_argument("--zaad", type=int, default=1, help="zelfde zaad en zelfde inhoud: zelfde proefdata")
        parser.add_argument("--wis", action="store_true", help="alleen weghalen")
        parser.add_argument("--ja", action="store_true", help="ook op een site die geen demo is")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEMO or options["ja"]):
            raise CommandError("Dit is geen demo. Weet u het zeker, geef dan --ja mee.")
        if options["items"] < 0 or options["buurten"] < 0:
            raise CommandError("--items en --buurten zijn nul of meer.")
        begin = time.monotonic()
        # No transaction around all of it: SQLite has one writer, and who signs in meanwhile would wait until the end.
        # What is broken off halfway goes with --wis, or when it is filled again.
        weg = wis()
        nieuw = {} if options["wis"] else vul(options["items"], options["buurten"], options["zaad"])
        erbij = ", ".join(f"{aantal} {wat}" for wat, aantal in nieuw.items()) or "niets"
        self.stdout.write(f"proefdata: {weg} weg; erbij: {erbij}, in {time.monotonic() - begin:.1f} s")
        call_command("herindex", stdout=self.stdout, verbosity=0)
        self.stdout.write(f"klaar in {time.monotonic() - begin:.1f} s")


def modellen() -> dict[str, type[KennisPagina]]:
    """Kind → the page type that publishes it."""
    return {m.zoeksoort: m for m in get_page_models() if getattr(m, "zoeksoort", "") in DEEL}


def buurtmodel() -> type[models.Model]:
    return next(b.model for b in bron.bronnen() if b.prefix == BUURT)


# ---- Remove


def wis() -> int:
    """How many pages, neighbourhoods and rows of other rooms were removed; what hangs on them goes or is let go of."""
    pks = [
        pk
        for m in modellen().values()
        for pk in m.objects.filter(**MERKTEKENS, voorbeeld=True).values_list("pk", flat=True)
    ]
    aangeraakt = door_mensen_aangeraakt(pks)
    for hap in happen([pk for pk in pks if pk in aangeraakt]):
        Page.objects.filter(pk__in=hap).delete()
    aantal = len(pks)
    with zonder_signalen(pre_delete, post_delete):
        for hap in happen([pk for pk in pks if pk not in aangeraakt]):
            Page.objects.filter(pk__in=hap).delete()
        aantal += brengen.wis_alles()
        buurten = buurtmodel()._default_manager.filter(slug__startswith="proef-", naam__startswith=f"{MERK} ")
        aantal += buurten.count()
        buurten.delete()
    return aantal


def door_mensen_aangeraakt(pks: list[int]) -> set[int]:
    """Pages that were edited, translated or linked to since: these need the listeners that tidy up after a page."""
    uit: set[int] = set()
    for hap in happen(pks):
        paginas = Page.objects.filter(pk__in=hap)
        vertaald = Page.objects.filter(translation_key__in=paginas.values("translation_key")).exclude(pk__in=hap)
        uit |= set(paginas.filter(latest_revision__isnull=False).values_list("pk", flat=True))
        uit |= set(paginas.filter(translation_key__in=vertaald.values("translation_key")).values_list("pk", flat=True))
        naar = ReferenceIndex.objects.filter(to_object_id__in=[str(pk) for pk in hap], to_content_type__model="page")
        uit |= {int(pk) for pk in naar.values_list("to_object_id", flat=True)}
    return uit


# ---- Fill


def vul(items: int, buurten: int, zaad: int) -> dict[str, int]:
    begrippen = per_soort()
    if not begrippen.get(Begripsoort.THEMA):
        raise CommandError("Er zijn nog geen begrippen: draai eerst `manage.py inhoud`.")
    buurt_pks: list[int] = []
    pks: list[int] = []
    vuller = Vuller(zaad, woordenlijst(), lambda veld: verwijs(veld, vuller, begrippen, buurt_pks), pks)
    buurt_pks += maak_buurten(vuller, buurten)
    paginas: Paginas = {}
    for soort, aantal in verdeel(items).items():
        paginas[soort] = plant(vuller, modellen()[soort], soort, aantal, begrippen[Begripsoort.ONDERWERP])
        pks += [p.pk for p in paginas[soort]]
    for soort, rijen in paginas.items():
        vul_soort(vuller, modellen()[soort], rijen, begrippen)
    koppel(vuller, paginas)
    trefwoorden(vuller, pks)
    for hap in happen(pks):  # whole now: before this no reader met half a page
        Page.objects.filter(pk__in=hap).update(live=True)
    aantallen = {"pagina's": len(pks), "buurten": len(buurt_pks)}
    return aantallen | brengen.vul_alles(vuller, buurt_pks)


def verdeel(items: int) -> dict[str, int]:
    """Shares, the rounding left over for the largest kind."""
    aantallen = {soort: int(items * deel) for soort, deel in DEEL.items()}
    aantallen["interventie"] += items - sum(aantallen.values())
    return aantallen


def per_soort() -> dict[str, list[Begrip]]:
    uit: dict[str, list[Begrip]] = {}
    for begrip in Begrip.objects.filter(locale__language_code="nl"):
        uit.setdefault(begrip.soort, []).append(begrip)
    return uit


def woordenlijst() -> list[str]:
    teksten = [f"{b.label} {b.definitie}" for b in Begrip.objects.filter(locale__language_code="nl")]
    for model in modellen().values():
        bestaand = model.objects.filter(live=True, locale__language_code="nl").exclude(**MERKTEKENS).order_by("path")
        teksten += [f"{p.title} {zoektekst(p)}" for p in bestaand[:150]]
    return woorden_uit(teksten)


def verwijs(
    veld: models.ForeignKey, vuller: Vuller, begrippen: dict[str, list[Begrip]], buurt_pks: list[int]
) -> int | None:
    grens = veld.get_limit_choices_to()
    if veld.related_model is Begrip and isinstance(grens, dict):
        return vuller.dobbel.choice(begrippen[grens["soort"]]).pk
    if buurt_pks and veld.related_model is buurtmodel() and vuller.dobbel.random() < 0.5:
        return vuller.dobbel.choice(buurt_pks)
    return None


def maak_buurten(vuller: Vuller, aantal: int) -> list[int]:
    model, rijen = buurtmodel(), []
    for nummer in range(1, aantal + 1):
        naam = vuller.naam(nummer)
        vast = {"naam": naam, "slug": slugify(naam), "opgeheven": None}
        vast |= brengen.velden_van(BUURT, vuller.dobbel, nummer)
        rijen.append(model(**vuller.velden(model, vast)))
    return [b.pk for b in model._default_manager.bulk_create(rijen, batch_size=HAP)]


def ouder_van(soort: str) -> Page:
    """The Dutch list page that shows this kind."""
    lijst = next(m for m in get_page_models() if issubclass(m, LijstPagina) and m.soort == soort)
    return lijst.objects.get(locale__language_code="nl")


def plant(vuller: Vuller, model: type[Page], soort: str, aantal: int, onderwerpen: list[Begrip]) -> list[Page]:
    """The tree's rows by hand: path, depth and address, and the parent's number of children."""
    ouder, ct = ouder_van(soort), ContentType.objects.get_for_model(model)
    laatste = ouder.get_children().order_by("-path").first()
    stap = laatste._get_lastpos_in_path() if laatste else 0
    rijen = []
    for nummer in range(1, aantal + 1):
        slug = f"proef-{soort}-{nummer}"
        titel = f"{MERK} {vuller.dobbel.choice(onderwerpen).label.lower()}: {vuller.kort(60).lower()} {nummer}"
        toen = timezone.now() - dt.timedelta(minutes=vuller.dobbel.randint(1, 1_500_000))
        rijen.append(
            Page(
                title=titel,
                draft_title=titel,
                slug=slug,
                url_path=f"{ouder.url_path}{slug}/",
                live=False,
                path=Page._get_path(ouder.path, ouder.depth + 1, stap + nummer),
                depth=ouder.depth + 1,
                numchild=0,
                content_type=ct,
                locale_id=ouder.locale_id,
                first_published_at=toen,
                last_published_at=toen,
                latest_revision_created_at=toen,
                translation_key=uuid.UUID(int=vuller.dobbel.getrandbits(128), version=4),
            )
        )
    with transaction.atomic():
        Page.objects.filter(pk=ouder.pk).update(numchild=models.F("numchild") + aantal)
        return Page.objects.bulk_create(rijen, batch_size=HAP)


def vul_soort(
    vuller: Vuller, model: type[KennisPagina], paginas: list[Page], begrippen: dict[str, list[Begrip]]
) -> None:
    through = model.begrippen.through
    kolom = through._meta.get_field(model._meta.model_name).attname
    for hap in happen(paginas):
        rijen, links = [], []
        for nummer, pagina in enumerate(hap):
            vast = {"voorbeeld": True} | brengen.velden_van(model.zoeksoort, vuller.dobbel, nummer)
            rijen.append(model(page_ptr_id=pagina.pk, **vuller.velden(model, vast)))
            gekozen = kies_begrippen(vuller, model.begripsoorten, begrippen) - {rijen[-1].hoofdthema_id}
            links += [through(**{kolom: pagina.pk, "begrip_id": pk}) for pk in sorted(gekozen)]
        schrijf_ruw(model, rijen)
        through.objects.bulk_create(links, batch_size=HAP)


def kies_begrippen(vuller: Vuller, soorten: Iterable[str], begrippen: dict[str, list[Begrip]]) -> set[int]:
    """One to three terms a kind; the first of a kind come up more often, as they do in real content."""
    uit: set[int] = set()
    for soort in (Begripsoort.THEMA, *soorten):
        lijst = begrippen.get(soort, [])
        if lijst:
            gewicht = [1 / (plek + 2) for plek in range(len(lijst))]
            uit |= {b.pk for b in vuller.dobbel.choices(lijst, gewicht, k=vuller.dobbel.randint(1, 3))}
    return uit


def koppel(vuller: Vuller, paginas: Paginas) -> None:
    """Inline rows that point from a page to another one, such as 'this example works with that intervention'."""
    doelen = [p.pk for soort in DOEL for p in paginas.get(soort, [])]
    for soort, eigen in paginas.items():
        for relatie in modellen()[soort]._meta.related_objects:
            naar = verwijzing(relatie)
            if naar is None or relatie.model is not modellen()[soort] or not doelen:
                continue
            rijen = [
                relatie.related_model(**{relatie.field.attname: p.pk, naar.attname: pk, "sort_order": plek})
                for p in eigen
                for plek, pk in enumerate(
                    sorted({vuller.dobbel.choice(doelen) for _ in range(vuller.dobbel.randint(1, 3))})
                )
            ]
            relatie.related_model._default_manager.bulk_create(rijen, batch_size=HAP)


def verwijzing(relatie: models.ForeignObjectRel) -> models.ForeignKey | None:
    """The field of an inline model that points at a page other than its own."""
    if not isinstance(relatie.field, ParentalKey):
        return None
    velden = relatie.related_model._meta.local_concrete_fields
    return next(
        (v for v in velden if isinstance(v, models.ForeignKey) and v.related_model is Page and v is not relatie.field),
        None,
    )


def trefwoorden(vuller: Vuller, pks: list[int]) -> None:
    """Keywords that exist already: made-up ones would stay behind."""
    tags = list(Tag.objects.order_by("pk").values_list("pk", flat=True))
    rijen = [
        Trefwoord(content_object_id=pk, tag_id=tag)
        for pk in pks
        for tag in sorted({vuller.dobbel.choice(tags) for _ in range(vuller.dobbel.randint(0, 3))} if tags else ())
    ]
    Trefwoord.objects.bulk_create(rijen, batch_size=HAP)
