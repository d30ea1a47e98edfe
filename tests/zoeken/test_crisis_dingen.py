"""What does not answer may be a printer, and what fell a telephone: no need. With a person in its place it is."""

from __future__ import annotations

import pytest

from kennisplatform.zoeken.taal.crisis import crisis

GEEN_NOOD = """
laptop reageert niet meer | de printer reageert niet | mijn scherm reageert niet
my printer is not responding | the website isn't responding | keyboard doesn't respond | I choke up at weddings
Drucker reagiert nicht | mein Bildschirm reagiert nicht mehr
ordinateur ne répond plus | mon imprimante ne répond pas
el ordenador no responde | se me ha caído el móvil | se me cayó el celular al agua
drukarka nie reaguje | komputer nie odpowiada
bilgisayar tepki vermiyor | yazıcı yanıt vermiyor
принтер не відповідає | комп'ютер не реагує | принтер не отвечает
الطابعة لا تستجيب | الكمبيوتر لا يستجيب
"""
NOOD = """
mijn vader reageert niet | mijn moeder reageert niet meer, ze ligt bij de computer
my husband is not responding | on the phone and grandma is not responding | choking on food at dinner
meine Mutter reagiert nicht | sie reagiert nicht und der computer läuft
ma mère ne répond plus | elle a laissé une lettre et ne répond plus au téléphone
mi padre no responde | mi hijo se ha caído y no responde
mąż nie reaguje | babam tepki vermiyor | мама не реагує | أبي لا يستجيب
"""


def zinnen(blok: str) -> list[str]:
    return [zin.strip() for regel in blok.strip().splitlines() for zin in regel.split("|")]


@pytest.mark.parametrize("zin", zinnen(GEEN_NOOD))
def test_a_thing_that_does_not_answer_is_no_need(zin: str) -> None:
    assert not crisis(zin)


@pytest.mark.parametrize("zin", zinnen(NOOD))
def test_a_person_who_does_not_answer_is(zin: str) -> None:
    assert crisis(zin)
