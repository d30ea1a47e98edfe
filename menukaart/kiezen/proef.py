"""What `manage.py meet` measures of choosing."""

from __future__ import annotations

from kennisplatform.proefdata.brengen import Meetrij


def meetrijen() -> list[Meetrij]:
    vraag = "eerst=eenzame-bewoners&voor=kwetsbare-ouderen&ses=laag&uren=4&mensen=vrijwilligers"
    return [
        Meetrij("op maat, vijf antwoorden", [f"/menukaart/op-maat/?{vraag}"]),
        Meetrij("vergelijken, vier naast elkaar", ["/menukaart/vergelijk/?v=in-balans&v=otago&v=2do&v=cool"]),
        Meetrij("menukaart, meeste ervaring eerst", ["/menukaart/?volgorde=praktijk"]),
    ]
