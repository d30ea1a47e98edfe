"""What sharing brings to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.inrichting import VastePaginas
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.herindelen import BijHerindeling
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.tekening.opstand import Opstand
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.tekening.verandering import Verandering
from leernetwerk.delen import aanbouwen, demo, meenemen, onderhoud, paginasporen, persoonsgegevens, werkstroom
from leernetwerk.delen.models import Beeld, Bijlage, Inzending

BRENGT = [
    Levensteken("voorbeelden", Inzending.objects.all, "gewijzigd"),
    Aanbouw("praktijk", "delen", aanbouwen.praktijk, lezers=aanbouwen.lezers),
    Aanbouw("werkplek-zij", "delen", aanbouwen.werkplek),
    Aanbouw("netwerk-zij", "delen", aanbouwen.netwerk),
    Aanbouw("redactie", "delen", aanbouwen.redactie),
    Aanbouw("leernetwerk-knop", "delen", aanbouwen.leernetwerk, lezers=aanbouwen.met_netwerk),
    Verandering(Inzending, lambda i: (f"pagina:{i.pagina_id}",) if i.pagina_id else ()),
    Verandering(Beeld, lambda b: (f"inzending:{b.inzending_id}",)),
    Verandering(Bijlage, lambda b: (f"inzending:{b.inzending_id}",)),
    Opstand("netwerk", Inzending, lambda buurt: Inzending.objects.filter(buurt=buurt), aanbouwen.IN_LIJST),
    Opstand("werkplek", Inzending, aanbouwen.van_mijn_buurten, aanbouwen.IN_LIJST),
    Stil(("delen_terzijde",), "what a writer put aside"),
    VastePaginas("werkstroom van voorbeelden", werkstroom.plant, na=("leernetwerk",)),
    paginasporen.SPOOR,
    *persoonsgegevens.BRENGT,
    Nachtwerk("voorbeelden: herinneringen", onderhoud.herinner),
    Nachtwerk("voorbeelden: opruimen", onderhoud.ruim_op),
    BijHerindeling("voorbeelden", meenemen.neem_mee, meenemen.neem_terug, meenemen.voorzie, meenemen.gaat_mee),
    Demodata("delen", demo.vul, na=("netwerken",)),  # its writers
]
