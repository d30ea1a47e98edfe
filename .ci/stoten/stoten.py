"""Makes one request after another that nobody should send. The same seed and the same map: the same requests."""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from kaart import Formulier, Kaart, Veld
from opzet import ROLLEN, Vraag

from tests import giftig

WIJZEN = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "POST", "GET", "XX")
# What ends an account, a session or a whole branch of the site comes last: what lies behind it could not be asked.
LAATST = (
    "delete",
    "verwijder",
    "weg",
    "uitlog",
    "logout",
    "beeindig",
    "unpublish",
    "apparaten",
    "mijn_gegevens",
    "merge",
)
TYPEN = ("text/plain", "application/json", "application/xml", "multipart/form-data", "multipart/form-data; boundary=",
    "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=niets", "", "x")  # fmt: skip
DRANKEN = (
    "q=%ff%fe",
    "%",
    "&&&==",
    "a=1;b=2",
    "q[]=1&q[0]=2",
    "pagina=%F0%9F",
    "=x",
    "?",
    "q=%00",
    "p=1&p=2&p=abc",
    "#",
)
GOED = {"email": "iemand@voorbeeld.example", "number": "3", "date": "2027-01-15", "time": "10:30", "url": "https://x.example/",
    "tel": "0500 000 001", "datetime-local": "2027-01-15T10:30", "password": "een-heel-lang-woord-12"}  # fmt: skip
KOPPEN = ("Accept-Language", "Accept", "Accept-Encoding", "Referer", "User-Agent", "If-None-Match", "If-Modified-Since",
    "Range", "Content-Language", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Origin", "X-Requested-With",
    "HX-Request", "HX-Current-URL", "HX-Target", "HX-Boosted", "Authorization", "X-CSRFToken", "Cache-Control", "If-Match",
    "Content-Encoding", "Cookie", "Host", "Sec-Fetch-Site", "X-HTTP-Method-Override", "Accept-Charset")  # fmt: skip


class Stoter:
    def __init__(self, kaart: Kaart, zaad: str, eigen: list[Path]) -> None:
        self.kaart, self.toeval = kaart, random.Random(zaad)
        self.gif = giftig.teksten()
        self.eigen = {pad.name: pad for pad in eigen}
        self.bestanden = (*giftig.BESTANDEN, *sorted(self.eigen))
        self.merken = sorted(kaart.formulieren, key=str)
        self.namen = sorted(kaart.routes)
        self.vakken = sorted(kaart.velden)
        self.vraagnamen = sorted(
            kaart.vragen | {"q", "pagina", "p", "next", "soort", "thema", "taal", "order", "format"}
        )

    def ronde(self, aantal: int) -> Iterator[Vraag]:
        """Forms and routes in turn, so that none is left out by chance; what destroys in the last part."""
        soorten: list[tuple[Callable[[], Vraag], int]] = [
            (self.formulier, 44), (self.bestand, 10), (self.adres, 14), (self.bevraagd, 14), (self.kop, 8), (self.rauw, 10),
        ]  # fmt: skip
        doos = [maak for maak, hoe_vaak in soorten for _keer in range(hoe_vaak)]
        later: list[Vraag] = []
        for _nummer in range(aantal):
            vraag = self.toeval.choice(doos)()
            if vraag.wijze not in {"GET", "HEAD"} and any(woord in vraag.pad.lower() for woord in LAATST):
                later.append(vraag)
            else:
                yield vraag
        yield from later

    # ---- what is asked

    def formulier(self) -> Vraag:
        bron = self._formulier(self.merken)
        velden = self._ingevuld(bron)
        if self.toeval.random() < 0.82:
            velden = self._bedorven(velden)
        rol = bron.rol if self.toeval.random() < 0.85 else self.toeval.choice(ROLLEN)
        return self._stuur(rol, bron, velden, {})

    def bestand(self) -> Vraag:
        """Each form with a place for a file, and now and then one without."""
        met = [merk for merk in self.merken if any(f.bestanden for f in self.kaart.formulieren[merk])]
        bron = self._formulier(met if met and self.toeval.random() < 0.93 else self.merken)
        namen = bron.bestanden or ["bestand"]
        bestanden = {}
        for naam in namen:
            welk = self.toeval.choice(self.bestanden)
            inhoud = self.eigen[welk].read_bytes() if welk in self.eigen else giftig.bestand(welk)
            heet = welk if self.toeval.random() < 0.8 else self.toeval.choice(self.gif)[:300] + Path(welk).suffix
            bestanden[naam] = (heet, inhoud)
        return self._stuur(bron.rol, bron, self._ingevuld(bron), bestanden)

    def adres(self) -> Vraag:
        naam = self.toeval.choice(self.namen)
        wijze = "GET" if self.toeval.random() < 0.7 else self.toeval.choice(WIJZEN)
        return Vraag(self._rol(naam), wijze, self.kaart.adres(naam, self.toeval, self.gif, 0.35), soort="adres")

    def bevraagd(self) -> Vraag:
        """A page that answers, with a question that it does not expect."""
        rol, adres = self._bekend()
        pad, _vraagteken, vraag = adres.partition("?")
        if self.toeval.random() < 0.2:
            vraag = self.toeval.choice(DRANKEN)
        else:
            eigen = [stuk.partition("=")[0] for stuk in vraag.split("&") if stuk]
            namen = [*eigen, *self.toeval.choices(self.vraagnamen, k=2)]
            paren = [(naam, self._gif(2000)) for naam in namen for _keer in range(self.toeval.choice([1, 1, 2]))]
            vraag = "&".join(f"{quote(naam)}={_ontsnapt(waarde)}" for naam, waarde in paren)[:7000]
        return Vraag(rol, "GET", f"{pad}?{vraag}", soort="vraag")

    def kop(self) -> Vraag:
        rol, adres = self._bekend()
        koppen = {}
        for naam in self.toeval.sample(KOPPEN, self.toeval.choice([1, 2, 3])):
            waarde = self._gif(1500)
            koppen[naam] = "".join(teken for teken in waarde if teken not in "\r\n\x00")
        return Vraag(rol, self.toeval.choice(("GET", "GET", *WIJZEN)), adres, koppen, soort="kop")

    def rauw(self) -> Vraag:
        """A form for a door that may have none, or a body that is no form."""
        naam = self.toeval.choice(self.namen)
        adres = self.kaart.adres(naam, self.toeval, self.gif, 0.1)
        rol = self._rol(naam)
        if self.toeval.random() < 0.4:
            lichaam = self.toeval.choice(
                [b"", b"{", b"[]", b"\xff" * 400, json.dumps({"a": self._gif(400)}).encode(), b"--x\r\n"]
            )
            koppen = {"Content-Type": self.toeval.choice(TYPEN), "X-CSRFToken": "s" * 32}
            return Vraag(rol, self.toeval.choice(("POST", "PUT", "PATCH")), adres, koppen, lichaam, "rauw")
        velden = [(naam, self._gif()) for naam in self.toeval.sample(self.vakken, min(6, len(self.vakken)))]
        return Vraag(rol, "POST", adres, dict(_FORM), _veilig([*velden, _CSRF]), "rauw")

    # ---- how

    def _rol(self, naam: str) -> str:
        """Mostly somebody who gets in there."""
        bekend = self.kaart.adressen.get(naam)
        return self.toeval.choice(bekend)[0] if bekend and self.toeval.random() < 0.7 else self.toeval.choice(ROLLEN)

    def _bekend(self) -> tuple[str, str]:
        return self.toeval.choice(self.kaart.adressen[self.toeval.choice(sorted(self.kaart.adressen))])

    def _formulier(self, merken: list[tuple[object, ...]]) -> Formulier:
        return self.toeval.choice(self.kaart.formulieren[self.toeval.choice(merken)])

    def _gif(self, meeste: int = 200_000) -> str:
        return self.toeval.choice(self.gif)[:meeste]

    def _ingevuld(self, bron: Formulier) -> list[tuple[str, str]]:
        """As somebody fills it in: one button, one of each choice, a word where nothing stands."""
        per: dict[str, list[Veld]] = {}
        for veld in bron.velden:
            per.setdefault("" if veld.soort == "submit" else veld.naam, []).append(veld)
        return [paar for naam, velden in per.items() for paar in self._veld(naam, velden)]

    def _veld(self, naam: str, velden: list[Veld]) -> Iterator[tuple[str, str]]:
        if velden[0].soort in {"submit", "radio"}:
            een = self.toeval.choice(velden)
            yield een.naam, een.waarde
            return
        for veld in velden:
            if veld.soort == "checkbox":
                if self.toeval.random() < 0.5:
                    yield naam, veld.waarde
            elif veld.naam == "sleutel" and veld.soort == "hidden":
                yield naam, str(uuid.UUID(int=self.toeval.getrandbits(128), version=4))
            elif veld.keuzes:
                yield naam, veld.waarde or self.toeval.choice(veld.keuzes)
            elif veld.soort not in {"file", "button", "image"}:
                yield naam, veld.waarde or ("" if veld.soort == "hidden" else GOED.get(veld.soort, "Een woord"))

    def _bedorven(self, velden: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """One to three of its fields: poisoned, left out, or twice."""
        for _keer in range(self.toeval.choice([1, 1, 2, 3])):
            if not velden:
                break
            plek = self.toeval.randrange(len(velden))
            naam, _oud = velden[plek]
            hoe = self.toeval.random()
            if hoe < 0.7:
                velden[plek] = (naam, self._gif())
            elif hoe < 0.85:
                velden.pop(plek)
            else:
                velden.append((naam, self._gif(300)))
        return velden

    def _stuur(
        self, rol: str, bron: Formulier, velden: list[tuple[str, str]], bestanden: dict[str, tuple[str, bytes]]
    ) -> Vraag:
        velden = [(naam, waarde) for naam, waarde in velden if naam != "csrfmiddlewaretoken"]
        if bron.wijze == "GET":
            vraag = "&".join(f"{_ontsnapt(naam)}={_ontsnapt(waarde)}" for naam, waarde in velden)[:7000]
            return Vraag(rol, "GET", f"{urlsplit(bron.adres).path}?{vraag}", soort="formulier")
        if self.toeval.random() > 0.03:
            velden.append(_CSRF)
        if bron.pakket or bestanden:
            koppen, lichaam = _pakket(velden, bestanden)
        else:
            koppen, lichaam = dict(_FORM), _veilig(velden)
        if self.toeval.random() < 0.03:
            koppen["Content-Type"] = self.toeval.choice(TYPEN)
        if self.toeval.random() < 0.03:
            lichaam = lichaam[: self.toeval.randrange(len(lichaam) + 1)]
        if self.toeval.random() < 0.1:
            koppen["HX-Request"] = koppen["X-Requested-With"] = "XMLHttpRequest"
        return Vraag(rol, "POST", bron.adres, koppen, lichaam, "bestand" if bestanden else "formulier")


_CSRF = ("csrfmiddlewaretoken", "s" * 32)
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def _ontsnapt(tekst: str) -> str:
    return quote(tekst.encode("utf-8", "surrogatepass"))


def _veilig(velden: list[tuple[str, str]]) -> bytes:
    return urlencode([(n, w.encode("utf-8", "surrogatepass")) for n, w in velden]).encode()


def _pakket(velden: list[tuple[str, str]], bestanden: dict[str, tuple[str, bytes]]) -> tuple[dict[str, str], bytes]:
    rand, uit = "stoot-7f3a9c", bytearray()
    for naam, waarde in velden:
        uit += f'--{rand}\r\nContent-Disposition: form-data; name="{naam}"\r\n\r\n'.encode("utf-8", "surrogatepass")
        uit += waarde.encode("utf-8", "surrogatepass") + b"\r\n"
    for naam, (heet, inhoud) in bestanden.items():
        kop = f'--{rand}\r\nContent-Disposition: form-data; name="{naam}"; filename="{heet}"\r\n\r\n'
        uit += kop.encode("utf-8", "surrogatepass") + inhoud + b"\r\n"
    return {"Content-Type": f"multipart/form-data; boundary={rand}"}, bytes(uit + f"--{rand}--\r\n".encode())
