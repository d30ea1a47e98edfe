from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.servers.basehttp import get_internal_wsgi_application, run

from kennisplatform import geladen
from kennisplatform.basis import klaarzetten
from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers import demodata
from kennisplatform.deelnemers.demoaccounts import WACHTWOORD
from kennisplatform.deelnemers.models import Gebruiker


class Command(BaseCommand):
    help = "Zet de demo klaar (database, inhoud, index, accounts) en serveert hem. Wat u veranderde, blijft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--poort", type=int, default=8000)
        parser.add_argument("--alleen-klaarzetten", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Dit is geen demo: zet DEMO=1. Demo-accounts horen niet op een echte site.")
        klaarzetten.tabellen(self.zeg)
        call_command("inhoud", stdout=self.stdout)
        klaarzetten.zoekindex(self.zeg)
        accounts()
        deelnemers = demodata.vul_alles(WACHTWOORD)
        self.zeg(f"\n  De site:    http://localhost:{options['poort']}/")
        self.zeg(f"  Redactie:   http://localhost:{options['poort']}/admin/")
        self.zeg(f"  Werkplek:   http://localhost:{options['poort']}/werkplek/")
        self.zeg(
            f"  Proefpost:  http://localhost:{options['poort']}/proefpost/  (e-mail die de demo niet echt verstuurt)"
        )
        self.zeg(f"  Aanmelden kan als (het wachtwoord is overal: {WACHTWOORD})")
        for wie, email in [*((rol.naam, adres(rol.code)) for rol in ROLLEN), *deelnemers]:
            self.zeg(f"    {wie:<38} {email}")
        self.zeg("  Stoppen met Ctrl-C.\n")
        if not options["alleen_klaarzetten"]:
            settings.WAGTAILADMIN_BASE_URL = f"http://localhost:{options['poort']}"  # links in mails lead to this demo
            serveer(options["poort"])

    def zeg(self, tekst: str) -> None:
        self.stdout.write(tekst)
        self.stdout.flush()


def serveer(poort: int) -> None:
    """The server of `runserver` without its English banner: this window speaks Dutch and shows the accounts."""
    site = get_internal_wsgi_application()
    geladen.laat_liggen()
    try:
        run("127.0.0.1", poort, site, threading=True)
    except OSError as fout:
        raise CommandError(f"Poort {poort} is al in gebruik. Kies een andere: make run PORT={poort + 1}") from fout
    except KeyboardInterrupt:
        return


def adres(rol: str) -> str:
    return f"{rol}@demo.example"


def accounts() -> None:
    """One per role; an account that exists keeps the password somebody gave it."""
    for rol in ROLLEN:
        gebruiker = Gebruiker.objects.filter(email=adres(rol.code)).first()
        if gebruiker is None:
            gebruiker = Gebruiker.objects.create_user(
                adres(rol.code), WACHTWOORD, first_name=rol.naam, last_name="(demo)"
            )
        EmailAddress.objects.get_or_create(
            user=gebruiker, email=gebruiker.email, defaults={"verified": True, "primary": True}
        )
        gebruiker.groups.add(Group.objects.get(name=rol.naam))
