from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from kennisplatform import veilig
from kennisplatform.basis import klaarzetten, startblik, startvragen


class Command(BaseCommand):
    help = "Voor productie: weigert wat onveilig is of niet antwoordt, migreert, verzamelt bestanden; vult een lege database."

    def handle(self, *args: Any, **options: Any) -> None:
        self.weiger(veilig.bezwaren())
        self.weiger([zin for kijk in (startblik.database, startblik.schijf) if (zin := kijk())])
        klaarzetten.tabellen(self.stdout.write)
        self.weiger(startvragen.bezwaren())
        for zin in veilig.waarschuwingen():
            self.stderr.write(f"Let op: {zin}")
        call_command("collectstatic", verbosity=0, interactive=False)
        if not Site.objects.filter(root_page__slug="start").exists():
            call_command("inhoud", stdout=self.stdout)
        klaarzetten.zoekindex(self.stdout.write)

    def weiger(self, lijst: list[str]) -> None:
        if lijst:
            raise CommandError("Niet gestart:\n- " + "\n- ".join(lijst))
