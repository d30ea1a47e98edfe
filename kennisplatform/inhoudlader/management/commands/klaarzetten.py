from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from kennisplatform import veilig
from kennisplatform.basis import klaarzetten


class Command(BaseCommand):
    help = "Voor productie: weigert onveilige instellingen, migreert, verzamelt bestanden; vult een lege database."

    def handle(self, *args: Any, **options: Any) -> None:
        if lijst := veilig.bezwaren():
            raise CommandError("Niet gestart:\n- " + "\n- ".join(lijst))
        klaarzetten.tabellen(self.stdout.write)
        call_command("collectstatic", verbosity=0, interactive=False)
        if not Site.objects.filter(root_page__slug="start").exists():
            call_command("inhoud", stdout=self.stdout)
        klaarzetten.zoekindex(self.stdout.write)
