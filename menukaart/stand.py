"""What `manage.py inhoudcontrole` counts of the menu: claims without a ground, and what is known of each intervention."""

from __future__ import annotations

from collections import Counter
from typing import Final

from kennisplatform.basis.keuzes import Bewijsniveau, Gezondheidsverschillen, Sesgeschiktheid
from kennisplatform.inhoudlader.controle import Controleuitslag, Inhoudscontrole
from menukaart.herkomst import Bevinding, gevuld, zonder
from menukaart.models import Interventie


def _alle() -> list[Interventie]:
    return list(Interventie.objects.live().filter(voorbeeld=False).order_by("slug"))


def bevindingen_zonder_herkomst() -> Controleuitslag:
    regels = [f"{p.slug}: {', '.join(los)}" for p in _alle() if (los := zonder(p))]
    return Controleuitslag(sum(len(zonder(p)) for p in _alle()), tuple(regels))


def herkomst() -> Controleuitslag:
    """Per field: filled, of which from a source and of which an estimate of the editors; and empty."""
    paginas = _alle()
    tel: Counter[tuple[str, str]] = Counter()
    for pagina in paginas:
        for naam in Bevinding.values:
            if gevuld(pagina, naam):
                tel[naam, "gevuld"] += 1
                bronnen = pagina.herkomst_van.get(naam, [])
                tel[naam, "bron" if any(h.bron for h in bronnen) else "redactie"] += 1
    regels = tuple(
        f"{naam}: {tel[naam, 'gevuld']} gevuld ({tel[naam, 'bron']} met bron, {tel[naam, 'redactie']} inschatting), "
        f"{len(paginas) - tel[naam, 'gevuld']} leeg"
        for naam in Bevinding.values
    )
    return Controleuitslag(sum(n for (_naam, wat), n in tel.items() if wat == "gevuld"), regels)


def kennis() -> Controleuitslag:
    """Level, SES and differences: known or not, and where it was looked up."""
    paginas = _alle()
    ses = sum(p.ses_geschiktheid != Sesgeschiktheid.ONBEKEND for p in paginas)
    verschil = sum(p.verschillen != Gezondheidsverschillen.ONBEKEND for p in paginas)
    onbeoordeeld = {Bewijsniveau.NIET_BEOORDEELD, Bewijsniveau.NIET_BEVESTIGD}
    niveau = sum(p.bewijs_niveau not in onbeoordeeld for p in paginas)
    gezocht = sum(bool(p.gezocht) for p in paginas)
    return Controleuitslag(
        len(paginas),
        (
            f"niveau beoordeeld: {niveau}, niet beoordeeld of niet bevestigd: {len(paginas) - niveau};"
            " vóór het vullen 21 van 44",
            f"SES bekend: {ses}, onbekend: {len(paginas) - ses}; vóór het vullen 5 van 44",
            f"verschillen bekend: {verschil}, onbekend: {len(paginas) - verschil}; vóór het vullen 0 van 44",
            f"zegt waar is gezocht: {gezocht}",
        ),
    )


BRENGT: Final = [
    Inhoudscontrole("Bevindingen zonder bron of label", bevindingen_zonder_herkomst),
    Inhoudscontrole("Bevindingen op de menukaart", herkomst, faalt=False),
    Inhoudscontrole("Interventies", kennis, faalt=False),
]
