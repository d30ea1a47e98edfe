"""What the buurtbeeld and the buurtplan bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.tekening.verandering import Verandering
from menukaart.plan import aanbouwen, demo, herindelen, persoonsgegevens
from menukaart.plan.models import Beeldversie, Buurtbeeld
from menukaart.plan.weg import WEGSTAPPEN

BRENGT = [
    *WEGSTAPPEN,
    *persoonsgegevens.BRENGT,
    herindelen.BIJ_HERINDELING,
    Demodata("plannen", demo.vul, na=("netwerken",)),
    Aanbouw("buurt", "buurtbeeld", aanbouwen.op_buurt, voor_ieder=True),
    Verandering(Buurtbeeld, lambda b: (aanbouwen.dingnaam(b.buurt_id),), hard=True),  # it may not be public any more
    Verandering(Beeldversie, lambda v: (aanbouwen.dingnaam(v.beeld.buurt_id),)),
    Stil(
        ("plan_beelduitdaging", "plan_beeldkracht", "plan_beeldinzicht", "plan_regiopunt", "plan_plan"),
        "inside a network: what residents read of it is told by the two above",
    ),
    Stil(("plan_buurtplan", "plan_begrotingsregel"), "inside a network"),
]
