"""Who may read which of the planted records, as far as the addresses of the leak tests show it."""

from __future__ import annotations

NETWERKEN = {"samenkomst"}  # a meeting for all networks; the programme's people read those too
ELDERS = NETWERKEN | {"deskundige"}
# A network's list, profile, pathways, questions to residents, its own answers to the six grounds, sessions.
KEUZES = {"keuze", "profiel", "buurtpad", "vragenronde", "scan", "cijfersessie"}
WENS = {"meedoewens"}  # what a stranger wrote to who leads
KAMER = {"netwerkverslag", "netwerkbestand"}  # of members only: the team neither
PLAN = {"afspraak", "buurtbeeld", "buurtplan", "handtekening"} | KEUZES
AGENDA = ELDERS | {"bijeenkomst", "meedoelink", "bezoeker"}  # whoever may change a meeting sees its link and who comes
MAG = {
    "kartrekker": {"concept", "lid", "aanvraag", "uitnodiging", "werkwijze", "logboek"} | WENS | AGENDA | PLAN | KAMER,
    "projectcoordinator": {"concept", "lid", "aanvraag", "uitnodiging", "werkwijze", "logboek"}
    | WENS
    | AGENDA
    | PLAN
    | KAMER,
    "transitiecoach": {"concept", "lid", "aanvraag", "uitnodiging", "werkwijze", "logboek"} | AGENDA | PLAN | KAMER,
    "gemeente": {"concept", "lid", "werkwijze", "logboek"} | AGENDA | PLAN | KAMER,
    "transitieteam": {
        "concept",
        "lid",
        "aanvraag",
        "uitnodiging",
        "werkwijze",
        "logboek",
        "notities",
        "criterium",
        "herindeling",
        "ingevoerd",
        "instroom",
    }
    | WENS
    | AGENDA
    | PLAN,
    "beheerder": {"lid", "notities", "criterium", "herindeling", "scan", "instroom"} | NETWERKEN,
    "lid-elders": ELDERS,
    "kartrekker-elders": ELDERS,
    "begrotingscommissie": NETWERKEN | {"buurtplan", "handtekening"},
    **dict.fromkeys(("redacteur", "eindredacteur", "onderzoeker"), NETWERKEN),
}
# One of each kind of cut; on every database. The others differ by a rule in Python only.
OOK_OP_DIENSTEN = {"anoniem", "oud-lid", "lid-elders", "gemeente", "transitieteam"}
# The learning network: words for one network, for all networks, hidden words, a report about one, and a notice.
GESPREK = {"gesprekeigen", "gespreknet", "gesprekweg", "signaal", "melding"}
_TOEZICHT = {"gespreknet", "gesprekweg", "signaal"}
_BINNEN = {"gesprekeigen", "gespreknet"}
GESPREK_MAG = {
    "kartrekker": _BINNEN,
    "projectcoordinator": _BINNEN,
    "transitiecoach": _BINNEN,
    "gemeente": _BINNEN | {"melding"},  # the notice is that of 'gemeente', and of people who are no longer in
    "lid-elders": {"gespreknet"},
    "kartrekker-elders": {"gespreknet"},
    "begrotingscommissie": {"gespreknet"},
    "onderzoeker": {"gespreknet"},
    "beheerder": {"gespreknet"},
    "redacteur": _TOEZICHT,
    "eindredacteur": _TOEZICHT,
    "transitieteam": _TOEZICHT | {"gesprekeigen"},
}
PODIUM = {"brief", "uitlichting"}  # what is not sent or shown yet
TERUGMELDING_MAG = {naam: {"terugmelding"} for naam in ("redacteur", "beheerder")}  # the others see no admin here
PODIUM_MAG = dict.fromkeys(("redacteur", "eindredacteur", "transitieteam"), PODIUM)
SOORTEN = (
    GESPREK
    | AGENDA
    | {"concept", "contact"}
    | {
        "lid",
        "aanvraag",
        "uitnodiging",
        "werkwijze",
        "logboek",
        "notities",
        "criterium",
        "herindeling",
        "ingevoerd",
        "instroom",
        "bezoekadres",
        "abonnee",  # where a visitor or a reader gets mail: nobody reads that
        "terugmeldadres",
        "terugmelding",  # what a reader says back: only at the desk
        "les",  # one's own list
        *PODIUM,
        *PLAN,
        *WENS,
        *KAMER,
    }
)
REDACTIE = {"redacteur", "beheerder"}  # the least and the most that staff see of the admin; its pages are slow
BUITEN = ["anoniem", "vreemde", "oud-lid", "oud-kartrekker", "straks-lid"]
