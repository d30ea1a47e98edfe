"""Practice examples for tests: a draft that may be handed in, and one on the site."""

from __future__ import annotations

from typing import Any

from kennisplatform.basis.models import Begrip
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.delen.models import Inzending
from leernetwerk.models import LeernetwerkPagina, Praktijkvoorbeeld, Toepassing
from menukaart.models import Interventie

VERHAAL = {
    "titel": "Koffie in de hal",
    "aanleiding": "Veel mensen in de flats spraken dagen niemand.",
    "aanpak": "Elke dinsdag koffie in de hal. Eerst met posters.",
    "wat_werkte": "Aanbellen bij alle deuren werkte het best.",
    "wat_niet_werkte": "Posters: daar kwam niemand op af.",
}


def concept(buurt: Buurt, schrijver: Gebruiker, **velden: Any) -> Inzending:
    """Complete: it may be handed in as it is."""
    alles = VERHAAL | velden
    inzending = Inzending.objects.create(buurt=buurt, schrijver=schrijver, laatste=schrijver, **alles)
    inzending.gebruikt.add(Interventie.objects.get(slug="in-balans").page_ptr)
    return inzending


def geplaatst(buurt: Buurt, slug: str = "op-de-site", **velden: Any) -> Praktijkvoorbeeld:
    """Live without a draft, as the editors' own are."""
    interventie = Interventie.objects.get(slug="in-balans")
    pagina = Praktijkvoorbeeld(
        title=velden.pop("titel", "Op de site"),
        slug=slug,
        samenvatting="In het kort.",
        plaats=buurt.plaats,
        buurt=buurt,
        aanleiding="<p>a</p>",
        aanpak="<p>b</p>",
        wat_werkte="<p>c</p>",
        wat_niet_werkte="<p>d</p>",
        live=False,
        hoofdthema=interventie.hoofdthema,
        **velden,
    )
    pagina.toepassingen = [Toepassing(pagina=interventie)]
    pagina.begrippen = list(Begrip.objects.filter(soort="onderwerp", locale__language_code="nl")[:1])
    LeernetwerkPagina.objects.get(locale__language_code="nl").add_child(instance=pagina)
    pagina.save_revision().publish()
    pagina.refresh_from_db()
    return pagina
