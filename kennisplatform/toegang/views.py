"""Pages of one's own account that allauth does not have, and the two addresses of the admin that lead here."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter as mfa_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import remove_webauthn
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kennisplatform.basis import straks
from kennisplatform.deelnemers.deur import Verzoek, deur, voor_iedereen
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.toegang.formulieren import Profiel
from kennisplatform.toegang.medewerkers import STAPPEN, is_medewerker


@deur(Doe.ZIEN, "eigen")
def overzicht(request: Verzoek) -> HttpResponse:
    return render(
        request,
        "toegang/overzicht.html",
        {
            "tweede_stap": Authenticator.objects.filter(user=request.user, type__in=STAPPEN).exists(),
            "medewerker": is_medewerker(request.user),
            "organisaties": organisaties(),
        },
    )


@deur(Doe.WIJZIGEN, "eigen")
def profiel(request: Verzoek) -> HttpResponse:
    form = Profiel(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Uw profiel is bewaard."))
        return redirect("profiel")
    if form.errors:
        request.user.refresh_from_db()  # the header must not show what was refused
    return render(request, "toegang/profiel.html", {"form": form})


@deur(Doe.ZIEN, "eigen")
def verder(request: Verzoek) -> HttpResponse:
    """After signing in again: what was pressed while signed out, to press once more; nothing is done by itself."""
    if request.method == "POST":
        straks.vergeet(request)
        return redirect("werkplek")
    if (ding := straks.haal(request)) is None:
        return redirect("werkplek")
    return render(request, "toegang/verder.html", {"ding": ding})


@require_POST
@deur(Doe.WIJZIGEN, "eigen")
def apparaat_afmelden(request: HttpRequest, pk: int) -> HttpResponse:
    sessie = get_object_or_404(UserSession, pk=pk, user=request.user)
    sessie.end()
    messages.success(request, _("Afgemeld: %(apparaat)s.") % {"apparaat": sessie.user_agent})
    return redirect("usersessions_list")


@deur(Doe.WIJZIGEN, "eigen")
def sleutel_weg(request: HttpRequest, pk: int) -> HttpResponse:
    """allauth asks whether an app may be switched off, but not whether a key may go."""
    sleutel = get_object_or_404(Authenticator, pk=pk, user=request.user, type=Authenticator.Type.WEBAUTHN)
    if not mfa_adapter().can_delete_authenticator(sleutel):
        messages.error(request, mfa_adapter().error_messages["cannot_delete_authenticator"])
        return redirect("mfa_list_webauthn")
    return remove_webauthn(request, pk=pk)


@voor_iedereen
def via_organisatie(request: HttpRequest, provider_id: str) -> HttpResponse:
    """allauth answers the button with a redirect to the organisation, and browsers hold `form-action 'self'` against
    that. So the redirect becomes a page that goes there by itself; the policy stays as strict as it is."""
    antwoord = oidc.login(request, provider_id)
    if not isinstance(antwoord, HttpResponseRedirect) or not antwoord.url.startswith(("https://", "http://")):
        return antwoord
    naam = next((o["name"] for o in organisaties() if o["provider_id"] == provider_id), "")
    return render(
        request, "socialaccount/login_redirect.html", {"redirect_to": antwoord.url, "provider": {"name": naam}}
    )


def organisaties() -> list[dict[str, object]]:
    return settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]


@never_cache
@voor_iedereen
def admin_aanmelden(request: HttpRequest) -> HttpResponse:
    """Wagtail also sends whoever is signed in and may not be here: signing in again would send them round for ever."""
    if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
        list(messages.get_messages(request))  # Wagtail's own, which says less and would stand on the next page
        return render(request, "403_redactie.html", status=403)
    verder = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(verder, {request.get_host()}, require_https=request.is_secure()):
        verder = reverse("wagtailadmin_home")
    return redirect(f"{reverse('account_login')}?{urlencode({'next': verder})}")


@voor_iedereen
def admin_wachtwoord(request: HttpRequest, rest: str = "") -> HttpResponse:
    return redirect("account_reset_password")
