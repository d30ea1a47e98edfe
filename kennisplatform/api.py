"""The public, read-only API: every room's router under one address, one description and one way to say no."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled, ValidationError
from ninja.responses import Response

from kennisplatform.cijfers.api import router as cijfers
from kennisplatform.vinden.api import router as vinden

VERSIE: Final = "1.0.0"
OPEN: Final = {"API-Version": VERSIE, "Access-Control-Allow-Origin": "*"}  # public data, and no cookie is read


class Api(NinjaAPI):
    def create_temporal_response(self, request: HttpRequest) -> HttpResponse:
        antwoord = super().create_temporal_response(request)
        for kop, waarde in OPEN.items():
            antwoord[kop] = waarde
        return antwoord


api = Api(
    title="Kennisplatform 'De buurt als ecosysteem'",
    version=VERSIE,
    description="Read-only. No account, no cookie, no personal data. Texts are Dutch unless `taal` says otherwise.",
    openapi_url="/openapi.json",
    docs_url=None,  # its page would load scripts from elsewhere
    urls_namespace="api",
    openapi_extra={"info": {"license": {"name": "EUPL-1.2"}}},
)
api.add_router("", vinden)
api.add_router("", cijfers)


def probleem(status: int, uitleg: str = "", **meer: Any) -> Response:
    """RFC 9457."""
    kop = {**OPEN, **meer.pop("kop", {})}
    inhoud = {"status": status, "title": HTTPStatus(status).phrase, "detail": uitleg, **meer}
    return Response(inhoud, status=status, content_type="application/problem+json", headers=kop)


def niets(request: HttpRequest) -> HttpResponse:
    return probleem(404, "Dit adres bestaat niet in de API. Zie /api/v1/openapi.json")


@api.exception_handler(ValidationError)
def _ongeldig(request: HttpRequest, fout: ValidationError) -> HttpResponse:
    fouten = [{"veld": str(f["loc"][-1]), "fout": f["msg"]} for f in fout.errors]
    return probleem(400, "Eén of meer waarden kloppen niet.", fouten=fouten)


@api.exception_handler(Throttled)
def _te_vaak(request: HttpRequest, fout: Throttled) -> HttpResponse:
    return probleem(
        429, "Te veel vragen. Probeer het straks opnieuw.", kop={"Retry-After": str(int(fout.wait or 60) + 1)}
    )


@api.exception_handler(Http404)
def _weg(request: HttpRequest, fout: Http404) -> HttpResponse:
    return probleem(404)


@api.exception_handler(HttpError)
def _anders(request: HttpRequest, fout: HttpError) -> HttpResponse:
    return probleem(fout.status_code, str(fout))
