import logging
import os
from wsgiref.util import setup_testing_defaults

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from kennisplatform import geladen, omgeving, veilig

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kennisplatform.settings")
try:
    huis = get_wsgi_application()
except ImproperlyConfigured as fout:
    veilig.stop(fout)

from django.conf import settings
from django.db import connections

from kennisplatform.basis import startvragen
from kennisplatform.basis.documenten import achtergrond
from kennisplatform.redactie.bezoek import Teldeur
from kennisplatform.tekening.voordeur import Voordeur

application = Teldeur(Voordeur(huis))

achtergrond.in_webproces()

# Together they load what most pages use. Nothing of it may be kept already, or it loads nothing: a question with a
# number in it never is (nor counted), and who has a cookie gets pages drawn.
OPWARMEN = (("/", ""), ("/menukaart/", ""), ("/zoeken/", "q=zorg+0000"))


def warm_op() -> None:
    """Load addresses, templates, word lists and the index before the first visitor: otherwise that one waits two seconds."""
    for pad, vraag in OPWARMEN:
        environ = {
            "PATH_INFO": pad,
            "QUERY_STRING": vraag,
            "HTTP_HOST": settings.ALLOWED_HOSTS[0].lstrip("."),
            "HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}=opwarmen",
        }
        setup_testing_defaults(environ)
        try:
            antwoord = huis(environ, lambda *_: len)  # WSGI wants a function to write with
            b"".join(antwoord)
            antwoord.close()
        except Exception:
            logging.getLogger(__name__).exception("could not warm up %s", pad)  # never in the way of a start
    connections.close_all()  # requests run in other threads, with connections of their own


if not omgeving.janee("DEMO", standaard=False):
    try:
        startvragen.weiger_in_webproces()
    except ImproperlyConfigured as fout:
        veilig.stop(fout)
    warm_op()
    geladen.laat_liggen()
