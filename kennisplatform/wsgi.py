import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kennisplatform.settings")
application = get_wsgi_application()

from kennisplatform import omgeving, veilig  # noqa: E402  settings must be set up first

if not omgeving.janee("DEMO", standaard=False):
    veilig.weiger_onveilig()
