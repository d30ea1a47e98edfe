"""The folder transport and the demo's mailbox: every word escaped, only our own addresses clickable, gone without DEMO."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import URLPattern

from kennisplatform import urls
from kennisplatform.post import onderhoud, spool, wachtrij
from kennisplatform.post.models import Bericht
from kennisplatform.post.proefpost import stukjes
from kennisplatform.post.versturen import verstuur

pytestmark = pytest.mark.django_db


@pytest.fixture
def postmap(settings: Any, tmp_path: Path) -> Path:
    settings.POST = settings.POST | {"VERVOER": "kennisplatform.post.spool.MapBackend", "MAP": str(tmp_path / "post")}
    return tmp_path / "post"


def bezorg(**meer: Any) -> Bericht:
    bericht = verstuur(**{"aan": "ans@voorbeeld.example", "onderwerp": "Doe mee", "tekst": "Lees dit."} | meer)
    assert wachtrij.verwerk().verstuurd == 1
    return bericht


def test_the_same_message_twice_is_one_file(postmap: Path) -> None:
    bericht = bezorg()
    Bericht.objects.update(verstuurd=None)  # killed between writing and noting
    assert wachtrij.verwerk().verstuurd == 1
    (bestand,) = postmap.iterdir()
    assert bestand.name == f"{bericht.berichtid.strip('<>')}.eml"
    assert bestand.stat().st_mode & 0o77 == 0, "an invitation is a secret"


def test_night_passes_over_a_file_that_vanishes(postmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is listed, and then another process gives a half file its name."""
    weg, oud = postmap / ".weg.half", postmap / ".oud.half"
    postmap.mkdir()
    oud.write_bytes(b"x")
    os.utime(oud, (0, 0))
    monkeypatch.setattr(Path, "glob", lambda _map, patroon: iter([weg, oud] if "half" in patroon else [weg]))
    onderhoud._ruim_map_op()
    assert not oud.exists()


def test_what_can_not_be_written_leaves_nothing_half(postmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as m:
        m.setattr(os, "fsync", vol)
        verstuur(aan="ans@voorbeeld.example", onderwerp="Doe mee", tekst="Lees dit.")
        assert wachtrij.verwerk().later == 1
    assert list(postmap.iterdir()) == []
    assert "disk full" in Bericht.objects.get().fout


@pytest.mark.parametrize("berichtid", ["<../../etc/x@y>", "<a/b@c>", "<.verborgen@y>", "<" + "x" * 300 + ">", "<a b>"])
def test_a_message_id_never_names_another_place(postmap: Path, berichtid: str) -> None:
    mail = EmailMessage("Hoi", "Lees dit.", to=["a@b.example"], headers={"Message-ID": berichtid})
    wachtrij.vervoer().send_messages([mail])
    (bestand,) = postmap.iterdir()
    assert len(bestand.name) == 68


def test_newest_first_and_readable(client: Client, postmap: Path) -> None:
    oud, nieuw = bezorg(onderwerp="De oude"), bezorg(onderwerp="De nieuwe: café", tekst="Beste Zoë,\n\nWelkom €")
    os.utime(postmap / spool.bestandsnaam(oud.berichtid), (1, 1))
    pagina = client.get("/proefpost/").content.decode()
    assert pagina.index("De nieuwe: café") < pagina.index("De oude")
    naar = f"/proefpost/{spool.bestandsnaam(nieuw.berichtid)}/"
    assert f'href="{naar}"' in pagina and 'content="noindex"' in pagina
    brief = client.get(naar)
    assert "Beste Zoë,\n\nWelkom €" in brief.content.decode()
    assert "no-store" in brief["Cache-Control"]


def test_an_empty_mailbox_says_so(client: Client, postmap: Path) -> None:
    assert "Er is nog geen post" in client.get("/proefpost/").content.decode()


def test_script_in_a_name_is_shown_not_run(client: Client, postmap: Path) -> None:
    script = "<script>alert('x')</script>"
    bericht = bezorg(onderwerp=f"{script} nodigt u uit", tekst=f'Van {script}: http://testserver/x?a=1&b="><img>')
    for adres in ("/proefpost/", f"/proefpost/{spool.bestandsnaam(bericht.berichtid)}/"):
        pagina = client.get(adres).content.decode()
        assert "<script>alert" not in pagina and "<img>" not in pagina
        assert "&lt;script&gt;alert" in pagina


@pytest.mark.parametrize(
    ("adres", "naar"),
    [
        ("http://testserver/uitnodiging/abc/", "http://testserver/uitnodiging/abc/"),
        ("http://localhost:8000/u/abc?x=1#y", "http://testserver/u/abc?x=1#y"),
        ("http://localhost:8000", "http://testserver/"),
        ("http://localhost:8000//kwaad.example/x", "http://testserver/kwaad.example/x"),
        ("https://kwaad.example/", ""),
        ("http://testserver@kwaad.example/", ""),
        ("http://testserver\\@kwaad.example/", ""),
        ("http://testserver.kwaad.example/", ""),
        ("http://[kapot", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_only_our_own_addresses_are_links(adres: str, naar: str) -> None:
    delen = stukjes(f"Ga naar ({adres}).", {"testserver", "localhost:8000"}, "http://testserver")
    assert "".join(deel.tekst for deel in delen) == f"Ga naar ({adres})."
    assert [deel.naar for deel in delen if deel.naar] == ([naar] if naar else [])


@pytest.mark.parametrize("naam", ["x.eml", "..%2f..%2fmanage.py", ".x.eml", "x.txt", "%00.eml", "a" * 300 + ".eml"])
def test_another_file_is_not_there(client: Client, postmap: Path, naam: str) -> None:
    postmap.mkdir()
    (postmap / ".x.eml").write_text("Subject: nee\n\nnee")
    (postmap / "x.txt").write_text("Subject: nee\n\nnee")
    assert client.get(f"/proefpost/{naam}/").status_code in {400, 404}


def test_a_broken_file_breaks_nothing(client: Client, postmap: Path) -> None:
    postmap.mkdir()
    (postmap / "stuk.eml").write_bytes(b"\xff\xfe\x00Content-Type: multipart/mixed; boundary=\n\n\x00")
    (postmap / "leeg.eml").write_bytes(b"")
    (postmap / "letters.eml").write_bytes(b"Subject: x\nContent-Type: text/plain; charset=bestaat-niet\n\nhoi \xff")
    (postmap / "dubbel.eml").write_bytes(
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/html\n\nx"
    )
    assert client.get("/proefpost/").status_code == 200
    for bestand in postmap.iterdir():
        assert client.get(f"/proefpost/{bestand.name}/").status_code == 200, bestand


def test_without_the_demo_there_is_no_mailbox(client: Client, settings: Any, postmap: Path) -> None:
    bezorg()
    settings.DEMO = False
    assert client.get("/proefpost/").status_code == 404
    bron = importlib.util.spec_from_file_location("kennisplatform.urls_zonder_demo", urls.__file__)
    assert bron and bron.loader
    module = importlib.util.module_from_spec(bron)
    bron.loader.exec_module(module)
    namen = {patroon.name for patroon in module.adressen if isinstance(patroon, URLPattern)}
    assert "straat" in namen and not {"proefpost", "proefbrief"} & namen


def test_the_view_says_who_may_come_in() -> None:
    gevonden = [p for p in urls.adressen if getattr(p, "name", "") in {"proefpost", "proefbrief"}]
    assert len(gevonden) == 2 and all(p.callback.besluit.soort == "openbaar" for p in gevonden)
