"""Who shares an example, the address of its step, and a photo to go with it: for tests."""

from __future__ import annotations

import io

from django.test import Client
from django.urls import reverse
from PIL import Image

from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.delen.models import Inzending


def client(wie: Gebruiker) -> Client:
    uit = Client()
    uit.force_login(wie)
    return uit


def stap(inzending: Inzending, code: str) -> str:
    return reverse("inzending_stap", args=[inzending.sleutel, code])


def foto(breed: int = 60, hoog: int = 40, exif: bool = False) -> bytes:
    beeld, uit = Image.new("RGB", (breed, hoog), "red"), io.BytesIO()
    merk = Image.Exif()
    merk[0x010E] = "Lindelaan 4, mevrouw Jansen"
    merk.get_ifd(0x8825)[1] = "N"
    beeld.save(uit, "JPEG", exif=merk) if exif else beeld.save(uit, "JPEG")
    return uit.getvalue()
