from django.apps import AppConfig


class VindenConfig(AppConfig):
    name = "kennisplatform.vinden"
    label = "vinden"
    verbose_name = "Vinden"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.vinden import eigen_regels  # models must exist first

        eigen_regels.verbind()
