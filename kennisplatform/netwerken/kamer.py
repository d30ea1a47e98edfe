"""What networks bring to the rooms below."""

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.deelnemers.levensteken import Levensteken, Wachtend
from kennisplatform.deelnemers.models import Logregel
from kennisplatform.netwerken import (
    aanbouwen,
    demo,
    indelingspost,
    meenemen,
    opruimen,
    opstanden,
    persoonsgegevens,
    proef,
    terugnemen,
)
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Meedoewens, Werkwijze
from kennisplatform.proefdata.brengen import Meting, Proefrijen

LEDENREGELS = (Logregel.Soort.LID_ERBIJ, Logregel.Soort.LID_WEG, Logregel.Soort.ROL, Logregel.Soort.UITNODIGING)

BRENGT = [
    Levensteken("leden", lambda: Logregel.objects.filter(soort__in=LEDENREGELS), "op"),
    Levensteken("afspraken", Afspraak.objects.all, "gemaakt"),
    Levensteken("werkwijzen", Werkwijze.objects.all, "op"),
    Wachtend(
        _("aanvragen om mee te doen"),
        _("aanvraag om mee te doen"),
        lambda: Aanvraag.objects.filter(besluit=Aanvraag.Besluit.OPEN),
    ),
    Wachtend(_("berichten van wie wil meedoen"), _("bericht van wie wil meedoen"), Meedoewens.objects.all),
    Aanbouw("start", "netwerken", aanbouwen.bij_u, lezers=aanbouwen.bij_u_lezers),
    Aanbouw("artikel", "netwerken", aanbouwen.bij_u_of_kies, lezers=aanbouwen.bij_u_lezers),
    *persoonsgegevens.BRENGT,
    *opstanden.BRENGT,
    Nachtwerk("uitnodigingen en aanvragen", opruimen.ruim_op),
    BijHerindeling("netwerken", meenemen.neem_mee, terugnemen.neem_terug, terugnemen.voorzie, meenemen.gaat_mee),
    BijHerindeling("post over de indeling", indelingspost.meld_indeling, indelingspost.meld_terug),
    Demodata("netwerken", demo.vul),
    Proefrijen("rijen van netwerken", proef.vul, proef.wis),
    Meting("netwerken", proef.meetrijen),
]
