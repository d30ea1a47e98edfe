"""What a page says of its own address to search engines: the one it has, and those of the same in another language."""

from __future__ import annotations

from django.conf import settings


def volledig(context: dict, adres: str) -> str:
    """With the host, as other programs want it."""
    return context["request"].build_absolute_uri(adres)


def eigen_adres(context: dict) -> str:
    """The one address of a page: without filters, order and marks of where a reader came from; a leaf of a list keeps
    its number.
    """
    request = context.get("request")
    if request is None:
        return ""
    vraag = request.GET.get("pagina", "")
    blad = int(vraag) if vraag.isdecimal() and len(vraag) < 6 else 1
    if bladeren := context.get("bladeren") or getattr(context.get("lijst"), "bladeren", None):
        blad = min(blad, bladeren.paginas)  # past the end the last leaf is shown, which has one address too
    return request.build_absolute_uri(request.path + (f"?pagina={blad}" if blad > 1 else ""))


def wisselwijzers(context: dict, rijen: list[dict[str, object]], eigen: str) -> list[tuple[str, str]]:
    """hreflang: only between the one address of each, and only where this one is among them. A second leaf of a list,
    or an answer to a question, has no counterpart: pointing from there to first leaves says what is not so.
    """
    request = context.get("request")
    if request is None:
        return []
    uit = [(str(t["code"]), request.build_absolute_uri(str(t["adres"]))) for t in rijen if t["zelfde"]]
    if eigen not in dict(uit).values():
        return []
    return uit + [("x-default", adres) for code, adres in uit if code == settings.LANGUAGE_CODE]
