from django.apps import AppConfig


class VindenConfig(AppConfig):
    name = "kennisplatform.vinden"
    label = "vinden"
    verbose_name = "Vinden"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import nachtwerk
        from kennisplatform.vinden import eigen, tellen

        eigen.verbind()
        nachtwerk.registreer("zoektelling", tellen.ruim_op)
