"""A page as a reader meets it: `pagina(client.get("/")).tekst("h1")`. What is asked here stays true when a template is
laid out otherwise; a search in the bytes of an answer does not.
"""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag


class Pagina:
    def __init__(self, html: str) -> None:
        self.boom = BeautifulSoup(html, "html.parser")

    def alle(self, kiezer: str) -> list[Tag]:
        return list(self.boom.select(kiezer))

    def een(self, kiezer: str) -> Tag:
        """The only one: none, or a second, is a mistake of the page or of the question."""
        gevonden = self.alle(kiezer)
        assert len(gevonden) == 1, f"{kiezer}: {len(gevonden)} of them"
        return gevonden[0]

    def heeft(self, kiezer: str) -> bool:
        return self.boom.select_one(kiezer) is not None

    def tekst(self, kiezer: str = "body") -> str:
        """Its words, with single spaces."""
        return kaal(self.een(kiezer))

    def teksten(self, kiezer: str) -> list[str]:
        return [kaal(knoop) for knoop in self.alle(kiezer)]

    def waarden(self, kiezer: str, attribuut: str) -> list[str]:
        return [str(knoop.get(attribuut, "")) for knoop in self.alle(kiezer)]

    def links(self, kiezer: str = "main a") -> dict[str, str]:
        """Words → address."""
        return {kaal(knoop): str(knoop.get("href", "")) for knoop in self.alle(kiezer)}

    def velden(self, kiezer: str = "main form") -> dict[str, str]:
        """Name → what stands in it, as a browser would send it: a choice that is not made is not there."""
        return {naam: waarde for form in self.alle(kiezer) for naam, waarde in _velden(form)}

    def fouten(self) -> dict[str, str]:
        """Id of a field → what is said about it."""
        return {
            str(knoop.get("id", "")).removesuffix("_error"): kaal(knoop)
            for knoop in self.alle(".foutregel[id$=_error]")
        }


def pagina(antwoord: Any) -> Pagina:
    """Of an answer of the test client, or of a piece of HTML."""
    return Pagina(antwoord if isinstance(antwoord, str) else antwoord.content.decode())


def kaal(knoop: Tag) -> str:
    return " ".join(knoop.get_text().split())


def _velden(form: Tag) -> list[tuple[str, str]]:
    uit = []
    for veld in form.select("input[name], textarea[name], select[name]"):
        naam = str(veld["name"])
        if veld.name == "select":
            uit += [(naam, str(keuze.get("value", kaal(keuze)))) for keuze in veld.select("option[selected]")]
        elif veld.name == "textarea":
            uit.append((naam, veld.get_text().removeprefix("\n")))
        elif veld.get("type") not in {"checkbox", "radio"} or veld.has_attr("checked"):
            uit.append((naam, str(veld.get("value", ""))))
    return uit


def plat(html: str) -> str:
    """A page as one line, for a question about its markup: white space is one space, and none beside a tag."""
    return re.sub(r" ?(<[^>]+>) ?", r"\1", re.sub(r"\s+", " ", html))
