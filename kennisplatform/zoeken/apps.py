from django.apps import AppConfig


class ZoekenConfig(AppConfig):
    name = "kennisplatform.zoeken"
    label = "zoeken"
    verbose_name = "Zoeken"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Imported here: all three need the models of the site to be loaded.
        from . import checks, paginabron, signalen  # noqa: F401  each registers itself

        paginabron.registreer_paginas()
        signalen.verbind()
