from django.apps import AppConfig


class BeheerConfig(AppConfig):
    name = "kennisplatform.beheer"
    label = "beheer"
    verbose_name = "beheer van de site"
