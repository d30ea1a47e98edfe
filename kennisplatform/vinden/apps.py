from django.apps import AppConfig


class VindenConfig(AppConfig):
    name = "kennisplatform.vinden"
    label = "vinden"
    verbose_name = "Vinden"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import nachtwerk
        from kennisplatform.deelnemers import demohaak
        from kennisplatform.vinden import demo, eigen, tellen

        eigen.verbind()
        demohaak.registreer(demo.vul)
        nachtwerk.registreer("zoektelling", tellen.ruim_op)
