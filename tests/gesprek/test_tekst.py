"""Text is text: whatever is typed stays text, with links that do no harm."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.gesprek.templatetags.gesprek import gesprekstekst
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.gesprek.hulp import client_van, oud, stel, tekst_van

pytestmark = pytest.mark.django_db
KWAAD = "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7|add:7 }} \u202e"


def test_script_in_every_field_stays_text(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    lid = mensen.lid(hier)
    Gebruiker.objects.filter(pk=lid.pk).update(first_name="<b>Jan</b>", functie="<i>x</i>")
    Buurt.objects.filter(pk=hier.pk).update(naam="<u>Hier</u>")
    client, redactie = client_van(lid), client_van(mensen.medewerker("redacteur"))
    stel(client, pagina, kop=KWAAD[:140], tekst=KWAAD)
    vraag = Bijdrage.objects.get(pagina=pagina)
    client.post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": KWAAD})
    Client().post(reverse("gesprek_meld", args=[vraag.pk]), {"waarom": "anders", "toelichting": KWAAD})
    oud(vraag)
    client.post(reverse("gesprek_wijzig", args=[vraag.pk]), {"tekst": KWAAD})
    redactie.post(reverse("gesprek_verberg", args=[vraag.antwoorden.get().pk]), {"reden": KWAAD})
    for wie, adressen in (
        (
            Client(),
            [pagina.url, vraag.get_absolute_url(), reverse("gesprekken"), reverse("gesprek_meld", args=[vraag.pk])],
        ),
        (
            client,
            [
                pagina.url,
                reverse("volgen"),
                "/werkplek/",
                reverse("gesprek_wijzig", args=[vraag.pk]),
                "/account/mijn-gegevens/",
            ],
        ),
        (
            redactie,
            [
                reverse("gesprek_beheer"),
                f"{reverse('gesprek_beheer')}?lijst=verborgen",
                reverse("gesprek_verberg", args=[vraag.pk]),
            ],
        ),
    ):
        for adres in adressen:
            tekst = wie.get(adres, follow=True).content.decode()
            for scherp in ("<script>alert", "<img src=x", "<b>Jan", "<i>x", "<u>Hier", "{{ 14"):
                assert scherp not in tekst, (adres, scherp)
    assert "&lt;script&gt;" in tekst_van(Client(), pagina.url)


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        (
            "Zie https://www.rivm.nl/x?a=1&b=2.",
            '<p>Zie <a href="https://www.rivm.nl/x?a=1&amp;b=2" rel="nofollow ugc noopener">https://www.rivm.nl/x?a=1&amp;b=2</a>.</p>',
        ),
        ("javascript:alert(1) data:text/html,x", "<p>javascript:alert(1) data:text/html,x</p>"),
        ("(http://a.nl/b)", '<p>(<a href="http://a.nl/b" rel="nofollow ugc noopener">http://a.nl/b</a>)</p>'),
        (
            'https://a.nl/"onmouseover="x',
            '<p><a href="https://a.nl/" rel="nofollow ugc noopener">https://a.nl/</a>&quot;onmouseover=&quot;x</p>',
        ),
        ("een\r\ntwee\r\n\r\n\r\ndrie", "<p>een<br>twee</p><p>drie</p>"),
        ("", ""),
    ],
)
def test_plain_text_with_safe_links(tekst: str, html: str) -> None:
    assert gesprekstekst(tekst) == html
