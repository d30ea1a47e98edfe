"""Rows of a network's list on its own pages, for what is kept of them (tekening/opstand.py)."""

from __future__ import annotations

from kennisplatform.tekening.opstand import Opstand
from kennisplatform.tekening.tabellen import Stil
from menukaart.kiezen.models import Buurtprofiel, Keuze, Keuzegebeurtenis, Keuzeopmerking, Stem

BRENGT = [
    Stil(
        ("kiezen_keuze", "kiezen_stem"),
        "inside a network: what became of a choice is told by the plan that it goes into",
    ),
    Opstand("netwerk", Keuze, lambda buurt: Keuze.objects.filter(buurt=buurt), ("id", "stand")),
    Opstand("keuzelijst", Keuze, lambda buurt: Keuze.objects.filter(buurt=buurt)),
    Opstand("keuzelijst", Stem, lambda buurt: Stem.objects.filter(keuze__buurt=buurt)),
    Opstand("keuzelijst", Keuzeopmerking, lambda b: Keuzeopmerking.objects.filter(keuze__buurt=b), ("id", "keuze_id")),
    Opstand("keuzelijst", Buurtprofiel, lambda buurt: Buurtprofiel.objects.filter(buurt=buurt)),
    Opstand("keuze", Keuze, lambda keuze: Keuze.objects.filter(pk=keuze)),
    Opstand("keuze", Stem, lambda keuze: Stem.objects.filter(keuze=keuze)),
    Opstand("keuze", Keuzeopmerking, lambda keuze: Keuzeopmerking.objects.filter(keuze=keuze)),
    Opstand("keuze", Buurtprofiel, lambda keuze: Buurtprofiel.objects.filter(buurt__keuzes=keuze)),
    Opstand("keuze", Keuzegebeurtenis, lambda keuze: Keuzegebeurtenis.objects.filter(keuze=keuze)),
]
