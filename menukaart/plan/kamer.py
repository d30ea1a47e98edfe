"""What the buurtbeeld and the buurtplan bring to the rooms below."""

from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.deelnemers.demodata import Demodata
from kennisplatform.deelnemers.levensteken import Levensteken
from kennisplatform.tekening.tabellen import Stil
from kennisplatform.tekening.verandering import Verandering
from menukaart.plan import aanbouwen, demo, herindelen, inplannen, paginasporen, persoonsgegevens
from menukaart.plan.models import Beeldversie, Begrotingsregel, Buurtbeeld, Buurtplan, Planactiviteit, Planversie
from menukaart.plan.stand import OPSTANDEN
from menukaart.plan.tijdlijn import TIJDLIJN
from menukaart.plan.weg import WEGSTAPPEN

BRENGT = [
    Levensteken("buurtbeeld", Buurtbeeld.objects.all, "geraakt"),
    Levensteken("buurtplan", Buurtplan.objects.all, "geraakt"),
    TIJDLIJN,
    *WEGSTAPPEN,
    paginasporen.SPOOR,
    *OPSTANDEN,
    *persoonsgegevens.BRENGT,
    herindelen.BIJ_HERINDELING,
    Demodata("plannen", demo.vul, na=("netwerken",)),
    Aanbouw("buurt", "buurtbeeld", aanbouwen.op_buurt, voor_ieder=True),
    Aanbouw("opmaat", "buurtbeeld", aanbouwen.op_opmaat),
    Aanbouw("praktijk", "buurtplannen", inplannen.op_pagina, lezers=inplannen.lezers),
    Verandering(Buurtbeeld, lambda b: (aanbouwen.dingnaam(b.buurt_id),), hard=True),  # it may not be public any more
    Verandering(Beeldversie, lambda v: (aanbouwen.dingnaam(v.beeld.buurt_id),)),
    Verandering(Planactiviteit, inplannen.van_activiteit),
    Verandering(Begrotingsregel, lambda regel: inplannen.van_activiteit(regel.activiteit)),
    Verandering(Planversie, inplannen.van_versie),
    Verandering(Buurtplan, lambda plan: ()),  # of itself it stands nowhere outside its network
    Stil(
        ("plan_beelduitdaging", "plan_beeldkracht", "plan_beeldinzicht", "plan_regiopunt"),
        "inside a network: what residents read of it is told by Buurtbeeld and Beeldversie",
    ),
    Stil(("plan_planthema", "plan_tarief"), "inside a network"),
]
