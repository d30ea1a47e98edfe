from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from kennisplatform.toegang.eerste import AlBeheerd, nodig_beheerder_uit


class Command(BaseCommand):
    help = "Maakt het eerste account van een beheerder. De link om een wachtwoord te kiezen staat hier en in de mail."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="adres van wie de site gaat beheren")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            link = nodig_beheerder_uit(email=options["email"])
        except ValueError as fout:
            raise CommandError(f"{options['email']!r} is geen e-mailadres.") from fout
        except AlBeheerd as fout:
            raise CommandError(
                "Er is al een beheerder. Die maakt de andere accounts, op /admin/users/. Kan niemand er meer in? "
                "'Wachtwoord vergeten' op /account/aanmelden/ werkt voor ieder bevestigd adres."
            ) from fout
        uren = settings.PASSWORD_RESET_TIMEOUT // 3600
        self.stdout.write(
            f"Open deze link binnen {uren} uur, kies een wachtwoord en meld u aan. Daarna zet u meteen een tweede stap "
            f"aan; eerder gaat niets anders open.\n\n  {link}\n\nVerlopen? Geef deze opdracht nog een keer."
        )
