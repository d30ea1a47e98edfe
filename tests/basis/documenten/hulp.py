"""What the tests of documents share: one folder with a word that stands nowhere else."""

from __future__ import annotations

from typing import Any

from wagtail.models import Collection, CollectionViewRestriction

from kennisplatform.basis.models import Bestand
from kennisplatform.preventie.models import Artikel
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor

MERK = "fnorxqazel"  # no compound: a part of one is found by itself
TEKST = f"Zo doet u mee met de {MERK} in uw straat."


def zet_op(pagina: Any, *documenten: Bestand) -> None:
    pagina.documenten = [("document", {"document": d, "naam": ""}) for d in documenten]
    pagina.save_revision().publish()


def artikel() -> Artikel:
    return Artikel.objects.get(slug="bang-om-te-vallen")


def gevonden() -> list[str]:
    """Keys of documents only: for a word that is in none of them, pages with a word like it are offered."""
    treffers = motor().zoek(Vraag(tekst=MERK, letterlijk=True)).treffers
    return [t.sleutel for t in treffers if t.sleutel.startswith("bestand:")]


def besloten_collectie() -> Collection:
    uit = Collection.get_first_root_node().add_child(name="Besloten")
    CollectionViewRestriction.objects.create(collection=uit, restriction_type="login")
    return uit


def in_besloten_collectie() -> None:
    document = Bestand.objects.get(title="Folder meedoen")
    document.collection = besloten_collectie()
    document.save()
