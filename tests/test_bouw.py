"""The house: which room may import which.

A new arrow is a change to PIJLEN, argued in the commit that makes it.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.alle import van_alle
from tests.huis import WORTEL, invoer, modulenaam, onze_bestanden

# The search library has two rooms below it: what words are, and how a question becomes an answer. Rooms that use it ask
# a question and read the answer, and some compare words as it does.
TAAL, ANTWOORD, MOTOREN = "kennisplatform.zoeken.taal", "kennisplatform.zoeken.antwoord", "kennisplatform.zoeken"
ZOEKEN = {MOTOREN, ANTWOORD, TAAL}
BASIS, POST, MENSEN = "kennisplatform.basis", "kennisplatform.post", "kennisplatform.deelnemers"
VOLGEN, GESPREK, AGENDA = "kennisplatform.volgen", "kennisplatform.gesprek", "kennisplatform.agenda"
INHOUD, PROEF = "kennisplatform.inhoudlader", "kennisplatform.proefdata"
TEKENING = "kennisplatform.tekening"
FEITEN, CIJFERS, TEKST = "kennisplatform.feiten", "kennisplatform.cijfers", "kennisplatform.tekst"
REDACTIE = "kennisplatform.redactie"
# room → rooms it imports: no fewer, and no more. Everything may import itself.
PIJLEN: dict[str, set[str]] = {
    TEKENING: set(),  # drawn pages are kept, and forgotten when something on them changes; knows no domain
    TEKST: set(),  # one rule for text that comes in and goes out; knows no domain
    TAAL: set(),
    ANTWOORD: {TAAL},
    MOTOREN: {ANTWOORD, TAAL, TEKENING},  # the engines, and the outbox that keeps them true
    BASIS: {MOTOREN, ANTWOORD, TEKENING, TEKST},  # text: what a file is, for the gate that every upload passes
    INHOUD: {BASIS},  # content files become pages and records
    PROEF: {BASIS, MOTOREN, TEKENING},  # synthetic data, and what a request costs
    # For who runs the site: copies and the way back, the log, figures for the watch. It brings its work of the night to
    # basis and knows every table through Django, so no room above or beside it.
    "kennisplatform.beheer": {BASIS},
    POST: {TEKST},  # mail that is neither lost nor sent twice; knows no domain, like zoeken
    # Post: its nightly work and its line in /readyz are brought to basis here; neither of the two knows the other.
    MENSEN: {BASIS, POST, MOTOREN, INHOUD, PROEF, TEKENING},
    # What happens in a room is told to whoever follows it, people talk below any page, and meet about anything: these
    # lie under the areas, so that each can tell, be talked about and meet. Pages get what is built on through basis.
    VOLGEN: {MENSEN, BASIS, POST, TEKENING},
    # A reader without account says what is wrong with a page; who owns it answers by mail. It knows no kind of page.
    "kennisplatform.terugmelding": {MENSEN, BASIS, POST, TEKENING},
    GESPREK: {VOLGEN, MENSEN, BASIS, MOTOREN, INHOUD, PROEF, TEKENING},
    AGENDA: {MENSEN, BASIS, POST, MOTOREN, INHOUD, PROEF, TEKENING, TEKST},
    # One danger, one level, and numbers that stand once: below whatever shows them. It knows no people.
    FEITEN: {BASIS, INHOUD, MOTOREN, TEKENING},
    # What is measured and what the programme counts on: below the menu, whose activities name indicators, and below
    # whatever shows figures. It knows neighbourhoods, since figures are of one, and who may see what was handed in.
    CIJFERS: {MENSEN, BASIS, INHOUD, TEKENING, TEKST},
    # Residents say what they think, without account: above the figures, whose rule for small numbers it keeps and to
    # which a result goes. A room of its own: figures know no forms of strangers and no counting all day long.
    "kennisplatform.vragenlijsten": {CIJFERS, MENSEN, BASIS, TEKENING},
    # A network goes through its outcomes, and what it decides becomes agreements: above the two that it puts together.
    "kennisplatform.cijfersessies": {CIJFERS, "kennisplatform.netwerken", MENSEN, BASIS, TEKENING},
    # What editors meet in the admin: forms, reviews, reports, work on many pages. It knows pages, terms and whose
    # account keeps a view or began work (told under 'Mijn gegevens'), and no kind of page; lists come and go as files.
    # Its rules write to editors by post; the admin's search asks the public one; pages go back to content files.
    REDACTIE: {MENSEN, BASIS, POST, INHOUD, ANTWOORD, TEKENING, TEKST},
    # Two rooms on top of who is who: the door of the house, and what neighbourhoods arrange with each other.
    "kennisplatform.toegang": {MENSEN, BASIS, POST, TEKENING},
    "kennisplatform.netwerken": {
        MENSEN,
        BASIS,
        POST,
        INHOUD,
        PROEF,
        TEKENING,
        TEKST,
    },  # agreements leave as a spreadsheet
    # What a network keeps for itself: notes, files, topics. Apart from netwerken, most of which the team reads too.
    "kennisplatform.eigenkamer": {GESPREK, MENSEN, BASIS, TEKENING, TEKST},  # notes leave as a spreadsheet
    "kennisplatform.register": {MENSEN, BASIS, PROEF, TEKST, POST, TEKENING},
    "kennisplatform.vinden": {MENSEN, BASIS, FEITEN, INHOUD, *ZOEKEN, TEKENING},
    "kennisplatform.preventie": {
        BASIS,
        ANTWOORD,
        TAAL,
        FEITEN,
        INHOUD,
        PROEF,
        TEKENING,
        TEKST,
    },  # a feed per topic leaves
    # Who finished a lesson: above the lessons, which know no people.
    "kennisplatform.leren": {"kennisplatform.preventie", MENSEN, BASIS, TEKENING},
    "menukaart": {BASIS, CIJFERS, INHOUD, PROEF},
    # Choosing from the menu: side by side, set aside, a network's own list. Pathways come in through basis (Weging).
    # A network hears it when two descriptions on its list became one (volgen).
    "menukaart.kiezen": {VOLGEN, MENSEN, BASIS, INHOUD, PROEF, TEKENING, TEKST},
    "zorgpaden": {BASIS, FEITEN, INHOUD, PROEF},
    # A neighbourhood's own numbers and agreements over the national core of a pathway, which it knows as a page.
    "zorgpaden.lokaal": {MENSEN, BASIS, FEITEN, TEKENING},
    # From seeing to doing: on top of the menu, and of who is who in a neighbourhood, whose road it makes.
    "menukaart.plan": {"menukaart", "menukaart.kiezen", CIJFERS, "kennisplatform.netwerken", MENSEN, BASIS, TEKENING},
    "menukaart.begroting": {"menukaart.plan", "kennisplatform.netwerken", VOLGEN, MENSEN, BASIS, TEKENING, TEKST},
    "menukaart.commitment": {
        "menukaart.begroting",
        "menukaart.plan",
        "kennisplatform.netwerken",
        VOLGEN,
        MENSEN,
        BASIS,
        POST,
        TEKENING,
    },
    # What came of plan, budget and signatures: it looks through all three, and none of them knows it.
    "menukaart.uitvoeren": {
        "menukaart.commitment",
        "menukaart.begroting",
        "menukaart.plan",
        "kennisplatform.netwerken",
        MENSEN,
        BASIS,
        CIJFERS,
        "kennisplatform.cijfersessies",  # the programme on one page: who has figures, who looked at them
        POST,  # who leads hears of what is past its date
        TEKENING,
        TEKST,
    },
    # Documents of a version: the PDF that is kept proves it, so it is brought to signing.
    "menukaart.stukken": {
        "menukaart.commitment",
        "menukaart.plan",
        "kennisplatform.netwerken",
        MENSEN,
        BASIS,
        TEKENING,
        TEKST,
    },
    # The learning network: examples and neighbourhoods below, and rooms on top that do one thing each.
    "leernetwerk": {MENSEN, BASIS, ANTWOORD, INHOUD, PROEF, TEKENING, TEKST},
    "leernetwerk.delen": {"leernetwerk", AGENDA, VOLGEN, MENSEN, BASIS, POST, MOTOREN, ANTWOORD, INHOUD, TEKENING},
    "leernetwerk.contact": {
        "leernetwerk",
        "leernetwerk.delen",
        MENSEN,
        BASIS,
        POST,
        TEKENING,
    },  # whom to ask about an example
    "leernetwerk.podium": {
        "leernetwerk",
        MENSEN,
        BASIS,
        POST,
        TEKENING,
    },  # examples in the light, and the mail that shows them
}
DAK = {"kennisplatform.settings", "kennisplatform.urls", "kennisplatform.wsgi", "kennisplatform.api"}
# Import no room, so any may import them.
BLADEREN = {
    "kennisplatform.kamers",  # how a room asks what others brought
    "kennisplatform.adreswijzer",  # to whom an address goes
    "kennisplatform.omgeving",
    "kennisplatform.naderhand",  # the one way to do something after a commit
    "kennisplatform.ernaast",  # beside a request, in one thread
    "kennisplatform.geheugen",  # the caches, named in the settings alone
    "kennisplatform.geladen",  # the last thing of a start
    "kennisplatform.veilig",
    "kennisplatform.instellingen_beheer",
    "kennisplatform.instellingen_beleid",
    "kennisplatform.instellingen_toegang",
    "kennisplatform.instellingen_wagtail",
    "kennisplatform.instellingen_werk",
    # One base for the admin screens of post and vinden, which have no room below them in common.
    "kennisplatform.beheerscherm",
}


def kamer_van(module: str) -> str:
    """The room a module lives in, the innermost; '' for something that isn't ours."""
    return max((k for k in PIJLEN if module == k or module.startswith(k + ".")), key=len, default="")


def geraakt(pad: Path) -> set[str]:
    """The other rooms that a file imports from."""
    return {kamer_van(naam) for naam in invoer(pad)} - {"", kamer_van(modulenaam(pad))}


@van_alle(onze_bestanden(), modulenaam)
def test_arrows_point_down(pad: Path) -> None:
    kamer = kamer_van(modulenaam(pad))
    if not kamer:
        assert modulenaam(pad) in DAK | BLADEREN | {"kennisplatform"}, (
            "a file outside every room: name it in DAK or BLADEREN"
        )
        return
    raakt = geraakt(pad)
    assert raakt <= PIJLEN[kamer], f"{kamer} may not import {raakt - PIJLEN[kamer]}"
    assert not {n for n in invoer(pad) if n in DAK}, "no room imports the roof"


def test_every_arrow_is_used() -> None:
    """An arrow that nobody uses is a door left open: the next import through it would be argued nowhere."""
    gebruikt: dict[str, set[str]] = {kamer: set() for kamer in PIJLEN}
    for pad in onze_bestanden():
        if kamer := kamer_van(modulenaam(pad)):
            gebruikt[kamer] |= geraakt(pad)
    over = {kamer: mag - gebruikt[kamer] for kamer, mag in PIJLEN.items() if mag - gebruikt[kamer]}
    assert not over, f"allowed in PIJLEN and used by no import: {over}"


def test_the_drawing_is_right() -> None:
    """The README draws the house: every room once, by its full name, on a line above every room that it imports."""
    huis = (WORTEL / "README.md").read_text(encoding="utf-8").split("\n## The house\n")[1]
    tekening = huis.split("```")[1].splitlines()
    regel_van: dict[str, int] = {}
    for nummer, regel in enumerate(tekening):
        for woord in re.findall(r"[a-z]+(?:\.[a-z]+)*", regel):
            if woord in PIJLEN or woord.startswith(("kennisplatform", "leernetwerk")):
                assert woord not in regel_van, f"{woord} stands in the drawing twice"
                regel_van[woord] = nummer
    assert set(regel_van) == set(PIJLEN), "the drawing names other rooms than the table"
    for kamer, onder in PIJLEN.items():
        verkeerd = {ander for ander in onder if regel_van[kamer] >= regel_van[ander]}
        assert not verkeerd, f"the drawing has {kamer} not above {verkeerd}, which it imports"


def test_search_knows_no_domain() -> None:
    """The search library can be lifted out: no word of our field in its code (its data files are content)."""
    woorden = re.compile(r"\b(interventie|zorgpad|buurt|artikel|praktijkvoorbeeld)\w*", re.IGNORECASE)
    for pad in (p for p in onze_bestanden() if kamer_van(modulenaam(p)) in ZOEKEN):
        namen = {k.id for k in ast.walk(ast.parse(pad.read_text())) if isinstance(k, ast.Name)}
        namen |= {k.name for k in ast.walk(ast.parse(pad.read_text())) if isinstance(k, ast.FunctionDef | ast.ClassDef)}
        assert not [n for n in namen if woorden.search(n)], pad
