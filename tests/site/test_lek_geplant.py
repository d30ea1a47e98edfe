"""No record with text in it is forgotten by the tests of leaks."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from tests.test_bouw import kamer_van


def test_every_text_that_is_not_public_is_planted_here() -> None:
    """A new kind of record in these rooms must be planted in `planten.py` or `lekwereld.py`."""
    # Every room, a new one too, but those that hold content, words of the search, or what only the staff's admin shows.
    elders = {"basis", "preventie", "menukaart", "zorgpaden", "leernetwerk", "inhoudlader", "proefdata", "zoeken"}
    elders |= {"vinden", "post", "toegang", "feiten", "cijfers", "redactie", "tekst"}
    kamers = [config for config in apps.get_app_configs() if kamer_van(config.name) and config.label not in elders]
    met_tekst = {
        m.__name__
        for config in kamers
        for m in config.get_models()
        if any(isinstance(v, models.CharField | models.TextField) and not v.choices for v in m._meta.local_fields)
    }
    assert met_tekst == {
        "Terugmelding",
        "Vragenronde",
        "Vraagtelling",  # codes of answers; counted, and shown from ten on: tests/vragenlijsten
        "GevolgdeLes",
        "Buurt",
        "Gebruiker",
        "Lidmaatschap",
        "Logregel",
        "Herindeling",
        "Aanvraag",
        "Meedoewens",
        "Uitnodiging",
        "Werkwijze",
        "Notities",
        "Criterium",
        "Sessieregel",
        "Buurtscan",
        "Instroom",
        "Buurtinvoer",
        "Ingevoerd",
        "Teambericht",
        "Bijdrage",
        "Signaal",
        "Gebeurtenis",
        "Inzending",
        "Terzijde",
        "Regel",
        "Uitlichting",
        "Nieuwsbrief",
        "Abonnee",
        "Beeld",
        "Bijlage",
        "Vervolg",  # who may read these: tests/leernetwerk/delen_redactie/test_besloten.py
        "Volg",
        "Voorkeur",  # keys of public things, and a week
        "Bijeenkomst",
        "Deelname",
        "Ervaringsdeskundige",
        "Kalender",
        "Afspraak",
        "Netwerkverslag",
        "Netwerkbestand",
        "Belkaart",  # public: whom residents can call
        "Keuze",
        "Stem",
        "Keuzeopmerking",
        "Keuzegebeurtenis",
        "Element",
        "Elementregel",  # both public
        "Buurtprofiel",
        "Buurtpad",
        "Stapafspraak",
        "Buurtnummer",
        "Beelduitdaging",
        "Beeldkracht",
        "Beeldinzicht",
        "Regiopunt",
        "Beeldversie",
        "Planthema",
        "Planactiviteit",
        "Begrotingsregel",
        "Tarief",  # of the team, for everybody who makes budgets
        "Planversie",
        "Indiening",
        "Commissievraag",
        "Handtekening",
        "Voortgang",
        "Planpdf",  # its bytes are the frozen plan, its text their sum
    }
