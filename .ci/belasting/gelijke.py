"""Stock Wagtail beside ours: its own start project, on the same PostgreSQL and as many workers, made in a folder that goes."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from onze import _regel
from opstelling import DIENSTEN, PY, WORTEL, vrije_poort

BLADEN = 300
DIENST = {"werkers": 2, "draden": 4}
MODEL = """
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index


class HomePage(Page):
    body = RichTextField(blank=True)
    content_panels = Page.content_panels + [FieldPanel("body")]
    search_fields = Page.search_fields + [index.SearchField("body")]

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"onder": self.get_children().live()[:20]}
"""
SJABLOON = """{% extends "base.html" %}{% load wagtailcore_tags %}
{% block content %}<h1>{{ page.title }}</h1>{{ page.body|richtext }}
<ul>{% for p in onder %}<li><a href="{% pageurl p %}">{{ p.title }}</a></li>{% endfor %}</ul>{% endblock %}
"""
INSTELLING = """
from .base import *
import os
DEBUG = False
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
DATABASES = {"default": dict(ENGINE="django.db.backends.postgresql", CONN_MAX_AGE=60, **__import__("json").loads(os.environ["PEER_DB"]))}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LOGGING = {"version": 1, "disable_existing_loggers": True}
"""
VUL = f"""
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from home.models import HomePage
wortel = HomePage.objects.first()
tekst = "<p>" + "</p><p>".join(["Wie bang is om te vallen, beweegt minder en valt juist vaker. " * 6] * 12) + "</p>"
for nummer in range({BLADEN}):
    wortel.add_child(instance=HomePage(title=f"Blad {{nummer}} over vallen", body=tekst))
sessies = []
for nummer in range(50):
    wie = get_user_model().objects.create_user(f"lezer{{nummer}}", f"lezer{{nummer}}@example.org", "x")
    sessie = SessionStore()
    sessie.update({{SESSION_KEY: str(wie.pk), BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
        HASH_SESSION_KEY: wie.get_session_auth_hash()}})
    sessie.save()
    sessies.append(sessie.session_key)
print("VUL" + json.dumps([[p.get_url() for p in HomePage.objects.order_by("pk")], sessies]))
"""
PUBLICEER = """
import sys
from home.models import HomePage
rij = list(HomePage.objects.order_by("pk"))
for nummer, _regel in enumerate(sys.stdin):
    rij[nummer % len(rij)].save_revision().publish()
"""


class Gelijke:
    def __init__(self) -> None:
        self.los = contextlib.ExitStack()
        self.naam = f"gelijke_{os.getpid()}"
        self.poort = vrije_poort()

    def __enter__(self) -> Gelijke:
        try:
            self._zet_op()
        except BaseException:
            self.los.close()
            raise
        return self

    def __exit__(self, *fout: Any) -> None:
        self.los.close()

    def _zet_op(self) -> None:
        diensten = str(WORTEL / ".ci" / "diensten.sh")
        subprocess.run([diensten, "start"], check=True, stdout=subprocess.DEVNULL)
        self.los.callback(subprocess.run, [diensten, "stop"], stdout=subprocess.DEVNULL, check=False)
        pg = next(r for r in (DIENSTEN / "omgeving").read_text().splitlines() if "DATABASE_URL=" in r).split("=", 1)[1]
        subprocess.run(["psql", "-q", pg, "-c", f'CREATE DATABASE "{self.naam}"'], check=True, capture_output=True)
        weg = f'DROP DATABASE IF EXISTS "{self.naam}" WITH (FORCE)'
        self.los.callback(subprocess.run, ["psql", "-q", pg, "-c", weg], capture_output=True, check=False)
        self.map_ = Path(tempfile.mkdtemp(prefix="gelijke-"))
        self.los.callback(shutil.rmtree, self.map_, True)
        self._maak(pg)
        self.manage("migrate", "-v0")
        self.manage("collectstatic", "--noinput", "-v0")
        self.paden, self.sessies = json.loads(self.manage("shell", "-c", VUL).rsplit("VUL", 1)[1])
        self.paden = [*self.paden[:4], "/search/?query=vallen", "/search/?query=bang", *self.paden[4:]]
        self.aangemeld = self.paden[:15]
        self._begin()

    def _maak(self, pg: str) -> None:
        wagtail = Path(PY).with_name("wagtail")
        subprocess.run([str(wagtail), "start", "peer", str(self.map_)], check=True, capture_output=True)
        (self.map_ / "home/models.py").write_text(MODEL)
        (self.map_ / "home/migrations/0003_body.py").write_text(
            "from django.db import migrations\nimport wagtail.fields\n\nclass Migration(migrations.Migration):\n"
            "    dependencies = [('home', '0002_create_homepage')]\n    operations = [migrations.AddField('homepage', 'body', "
            "wagtail.fields.RichTextField(blank=True))]\n"
        )
        (self.map_ / "home/templates/home/home_page.html").write_text(SJABLOON)
        (self.map_ / "peer/settings/belasting.py").write_text(INSTELLING)
        adres = urlsplit(pg.strip("'\""))
        self.omgeving = {
            k: w for k, w in os.environ.items() if k not in {"DEMO", "DEBUG", "DJANGO_SETTINGS_MODULE"}
        } | {
            "DJANGO_SETTINGS_MODULE": "peer.settings.belasting",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "PYTHONWARNINGS": "ignore",
            "PEER_DB": json.dumps(
                {
                    "NAME": self.naam,
                    "USER": adres.username,
                    "PASSWORD": adres.password,
                    "HOST": adres.hostname,
                    "PORT": adres.port,
                }
            ),
        }

    def _begin(self) -> None:
        gunicorn = [str(Path(PY).with_name("gunicorn")), "-b", f"127.0.0.1:{self.poort}", "-w", str(DIENST["werkers"])]
        gunicorn += ["--threads", str(DIENST["draden"]), "--keep-alive", "5", "peer.wsgi"]
        self.proces = subprocess.Popen(gunicorn, cwd=self.map_, env=self.omgeving, stderr=subprocess.DEVNULL)
        self.los.callback(self.proces.kill)
        self.los.callback(self.proces.terminate)
        self.uitgever = subprocess.Popen(
            [PY, "manage.py", "shell", "-c", PUBLICEER],
            cwd=self.map_,
            env=self.omgeving,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        self.los.callback(self.uitgever.kill)
        for _keer in range(120):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.poort}/", timeout=5)
                return
            time.sleep(0.5)
        raise RuntimeError("de kale Wagtail komt niet op")

    def manage(self, *wat: str) -> str:
        klaar = subprocess.run(
            [PY, "manage.py", *wat], cwd=self.map_, env=self.omgeving, capture_output=True, text=True, check=False
        )
        if klaar.returncode:
            raise RuntimeError(f"{wat[0]}: {klaar.stdout[-500:]} {klaar.stderr[-2000:]}")
        return klaar.stdout

    def schrijf(self, vraag: Callable[..., int], sessie: str) -> int:
        """Stock Wagtail has no form for readers: signing in with a wrong password writes nothing, so it only reads here."""
        return vraag("GET", self.paden[0], koekjes=f"sessionid={sessie}")

    def publiceer(self) -> None:
        _regel(self.uitgever)

    def werkers(self) -> list[int]:
        uit = subprocess.run(["pgrep", "-P", str(self.proces.pid)], capture_output=True, text=True, check=False)
        return [int(pid) for pid in uit.stdout.split()]
