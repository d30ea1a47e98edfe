from django.apps import AppConfig


class ZoekenConfig(AppConfig):
    name = "kennisplatform.zoeken"
    label = "zoeken"
    verbose_name = "Zoeken"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Imported here: both need the models of the site to be loaded.
        from . import checks, signalen  # noqa: F401

        signalen.verbind()
