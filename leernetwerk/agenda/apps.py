from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgendaConfig(AppConfig):
    name = "leernetwerk.agenda"
    label = "agenda"
    verbose_name = _("Agenda")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.basis import nachtwerk as nachten  # models must exist first
        from kennisplatform.basis import proefhaak
        from kennisplatform.deelnemers import demohaak
        from kennisplatform.deelnemers.signalen import heringedeeld, ongedaan_gemaakt
        from leernetwerk.agenda import deskundigen, eigen, nachtwerk, proef, toevoegen, zoekbron
        from leernetwerk.agenda.demo import vul
        from leernetwerk.agenda.meenemen import neem_mee, neem_terug
        from leernetwerk.agenda.voorbeeldbron import uit_bijeenkomst
        from leernetwerk.delen import uitgangspunt

        zoekbron.registreer()
        eigen.registreer()
        toevoegen.registreer()
        uitgangspunt.registreer("bijeenkomst", uit_bijeenkomst)
        demohaak.registreer(vul, volgorde=60)  # after the networks: their people sign up
        heringedeeld.connect(neem_mee, dispatch_uid="agenda-verhuist")
        ongedaan_gemaakt.connect(neem_terug, dispatch_uid="agenda-terug")
        nachten.registreer("herinneringen van de agenda", nachtwerk.herinner)
        nachten.registreer("agenda opruimen", nachtwerk.ruim_op)
        nachten.registreer("toestemming van ervaringsdeskundigen", deskundigen.loop_na)
        proefhaak.registreer("bijeenkomsten", proefhaak.Proefwerk(proef.vul, proef.wis))
        proefhaak.registreer_meting(proef.meetrijen)
