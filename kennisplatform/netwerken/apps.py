from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis import nachtwerk, proefhaak
from kennisplatform.deelnemers import demohaak


class NetwerkenConfig(AppConfig):
    name = "kennisplatform.netwerken"
    label = "netwerken"
    verbose_name = _("Buurtnetwerken")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kennisplatform.deelnemers.signalen import heringedeeld, ongedaan_gemaakt, ongedaan_voorzien
        from kennisplatform.netwerken import eigen, proef  # models must exist first
        from kennisplatform.netwerken.demo import vul
        from kennisplatform.netwerken.indelingspost import meld_indeling, meld_terug
        from kennisplatform.netwerken.meenemen import neem_mee
        from kennisplatform.netwerken.opruimen import ruim_op
        from kennisplatform.netwerken.terugnemen import neem_terug, voorzie

        eigen.registreer()
        demohaak.registreer(vul, volgorde=10)  # everybody else builds on these people
        heringedeeld.connect(neem_mee, dispatch_uid="netwerk-verhuist")
        ongedaan_voorzien.connect(voorzie, dispatch_uid="netwerk-verhuist")
        ongedaan_gemaakt.connect(neem_terug, dispatch_uid="netwerk-verhuist")
        heringedeeld.connect(meld_indeling, dispatch_uid="netwerk-indelingspost")
        ongedaan_gemaakt.connect(meld_terug, dispatch_uid="netwerk-indelingspost")
        nachtwerk.registreer("uitnodigingen en aanvragen", ruim_op)
        proefhaak.registreer("rijen van netwerken", proefhaak.Proefwerk(proef.vul, proef.wis))
        proefhaak.registreer_meting(proef.meetrijen)
