"""Dutch addresses under /account/, by allauth's own names: its reverse() must find them."""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions import views as sessies
from django.urls import path, re_path

from kennisplatform.basis.eenmalig import eenmalig
from kennisplatform.toegang import mijn_gegevens, views
from kennisplatform.toegang.grens import per_netwerk

# Somebody who finds an open screen must not be able to move the account to an address of their own.
opnieuw_bevestigen = reauthentication_required(app="allauth.mfa", allow_get=True)

urlpatterns = [
    path("", views.overzicht, name="account"),
    path("profiel/", views.profiel, name="profiel"),
    path("verder/", views.verder, name="verder"),
    path("aanmelden/", account.login, name="account_login"),
    path("afmelden/", account.logout, name="account_logout"),
    path("niet-in-gebruik/", account.account_inactive, name="account_inactive"),
    path("registreren/", eenmalig(per_netwerk(account.signup)), name="account_signup"),
    path("bevestig-dat-u-het-bent/", eenmalig(account.reauthenticate), name="account_reauthenticate"),
    path("e-mail/", eenmalig(opnieuw_bevestigen(account.email)), name="account_email"),
    path("e-mail/bevestigen/", account.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^e-mail/bevestigen/(?P<key>[-:\w]+)/$", eenmalig(account.confirm_email), name="account_confirm_email"),
    path("wachtwoord/", eenmalig(account.password_change), name="account_change_password"),
    path("wachtwoord/kiezen/", eenmalig(account.password_set), name="account_set_password"),
    path("wachtwoord/vergeten/", eenmalig(per_netwerk(account.password_reset)), name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        eenmalig(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("wachtwoord/gewijzigd/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    # The second step
    path("tweede-stap/", mfa.index, name="mfa_index"),
    path("tweede-stap/code/", mfa.authenticate, name="mfa_authenticate"),
    path("tweede-stap/bevestig/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tweede-stap/app/", eenmalig(totp.activate_totp), name="mfa_activate_totp"),
    path("tweede-stap/app/uitzetten/", eenmalig(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("tweede-stap/herstelcodes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "tweede-stap/herstelcodes/nieuw/", eenmalig(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"
    ),
    path("tweede-stap/herstelcodes/bestand/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("sleutels/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("sleutels/nieuw/", eenmalig(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("sleutels/bevestig/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("sleutels/aanmelden/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("sleutels/<int:pk>/naam/", eenmalig(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("sleutels/<int:pk>/weg/", views.sleutel_weg, name="mfa_remove_webauthn"),
    # A care organisation's own sign-in
    path("organisaties/", eenmalig(social.connections), name="socialaccount_connections"),
    path("organisaties/registreren/", eenmalig(social.signup), name="socialaccount_signup"),
    path("organisaties/afgebroken/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("organisaties/mislukt/", social.login_error, name="socialaccount_login_error"),
    path("organisaties/<slug:provider_id>/", views.via_organisatie, name="openid_connect_login"),
    path("organisaties/<slug:provider_id>/terug/", oidc.callback, name="openid_connect_callback"),
    # What we keep about somebody
    path("mijn-gegevens/", mijn_gegevens.overzicht, name="mijn_gegevens"),
    path("mijn-gegevens/mijn-gegevens.json", mijn_gegevens.meenemen, {"vorm": "json"}, name="mijn_gegevens_json"),
    path("mijn-gegevens/mijn-gegevens.html", mijn_gegevens.meenemen, {"vorm": "html"}, name="mijn_gegevens_html"),
    path("mijn-gegevens/verwijderen/", mijn_gegevens.verwijderen, name="account_verwijderen"),
    path("mijn-gegevens/verwijderen/<str:bewijs>/", mijn_gegevens.bevestigen, name="account_verwijderen_bevestigen"),
    path("verwijderd/", mijn_gegevens.verwijderd, name="account_verwijderd"),
    # Devices
    path("apparaten/", eenmalig(sessies.list_usersessions), name="usersessions_list"),
    path("apparaten/<int:pk>/afmelden/", views.apparaat_afmelden, name="apparaat_afmelden"),
]
