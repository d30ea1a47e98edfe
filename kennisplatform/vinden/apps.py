from django.apps import AppConfig


class VindenConfig(AppConfig):
    name = "kennisplatform.vinden"
    label = "vinden"
    verbose_name = "Vinden"
