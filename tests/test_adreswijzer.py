"""An address leads to the same view as by Django's own list, and fewer are asked for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, URLResolver, get_resolver, include, path, re_path
from django.urls.resolvers import RoutePattern

from kennisplatform.adreswijzer import Adreswijzer

VORMEN = ("7", "woord", "verslag", "uitdaging", "a" * 64, "2026-11-28", "images/a.png")
VREEMD = ("", "/", "onbekend/", "werkplek", "werkplek//", "Werkplek/", "voortgang/a/b/c", "media/images/x.png", "apix")


def op_een_rij(wijzer: Adreswijzer) -> URLResolver:
    return URLResolver(RoutePattern("", is_endpoint=False), wijzer.url_patterns)


def routes(resolver: URLResolver, voor: str = "") -> Iterator[str]:
    for een in resolver.url_patterns:
        route = voor + str(een.pattern).removeprefix("^").removesuffix("$").removesuffix(r"\Z")
        yield from routes(een, route) if isinstance(een, URLResolver) else [route]


def vindt(resolver: URLResolver, adres: str) -> tuple[object, ...] | None:
    try:
        raak = resolver.resolve(adres)
    except Resolver404:
        return None
    return raak.func, raak.args, raak.kwargs, raak.view_name, raak.namespaces, raak.route


def test_every_address_leads_where_it_did() -> None:
    (wijzer,) = (een for een in get_resolver().url_patterns if isinstance(een, Adreswijzer))
    rij = op_een_rij(wijzer)
    gekomen = set()
    for route in routes(wijzer):
        for vorm in VORMEN:
            adres = re.sub(r"\(\?P<\w+>(?:[^()]|\([^()]*\))*\)|<[^>]+>", vorm, route).replace("\\", "")
            gevonden = vindt(rij, adres)
            assert vindt(wijzer, adres) == gevonden, adres
            gekomen |= {gevonden[-1]} if gevonden else set()
    assert len(gekomen) > 700
    for adres in VREEMD:
        assert vindt(wijzer, adres) == vindt(rij, adres), adres


def gevraagd(resolver: URLResolver, adres: str) -> int:
    """How many were tried in vain."""
    try:
        return len(resolver.resolve(adres).tried or ())
    except Resolver404 as fout:
        return len(fout.args[0]["tried"])


def test_a_page_is_not_looked_for_in_every_room() -> None:
    (wijzer,) = (een for een in get_resolver().url_patterns if isinstance(een, Adreswijzer))
    for adres in ("", "gezondheid/vallen/", "buurten/waterkwartier/"):
        assert gevraagd(wijzer, adres) * 5 < gevraagd(op_een_rij(wijzer), adres)


def view(naam: str) -> Callable[[HttpRequest], HttpResponse]:
    return lambda vraag: HttpResponse(naam)


def test_the_first_in_the_list_wins_whatever_it_begins_with() -> None:
    """A word that is not fixed, a prefix without a slash, a room with a name of its own: none is passed by."""
    wijzer = Adreswijzer(
        [
            path("a/", include(([path("een/", view("1"), name="een")], "kamer"), namespace="zo")),
            path("", include([path("<slug:woord>/twee/", view("2")), path("a/drie/", view("3"))])),
            path("ab", include([path("c/", view("4"))])),
            re_path(r"^a/(?:drie|vier)/$", view("5")),
            path("", include(([path("a/zes/", view("6"), name="zes")], "kamer"), namespace="nog")),
            path("a/<slug:alles>/", view("7")),
            path("d/", include([path("", view("8"))]), {"soort": "d"}),
        ]
    )
    adressen = ("a/een/", "a/twee/", "b/twee/", "a/drie/", "abc/", "a/vier/", "a/zes/", "a/acht/", "d/", "b/", "ab/")
    assert [vindt(wijzer, adres) for adres in adressen] == [vindt(op_een_rij(wijzer), adres) for adres in adressen]
    assert sum(vindt(wijzer, adres) is None for adres in adressen) == 2
