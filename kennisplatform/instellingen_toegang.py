"""Settings of the door: one for everybody, the admin too. Pages, texts and rules of ours are in kennisplatform/toegang.

A part of settings.py (which takes it in whole): what hangs on the environment stands there.
"""

from typing import Any

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [  # long, not guessed, not about yourself; no rules about signs, those only give Welkom01!
    {"NAME": "kennisplatform.toegang.wachtwoorden.Raadbaar"},
    {"NAME": "kennisplatform.toegang.wachtwoorden.Lengte", "OPTIONS": {"min_length": 12}},
    {"NAME": "kennisplatform.toegang.wachtwoorden.BekendWachtwoord"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/werkplek/"
WAGTAILADMIN_LOGIN_URL = "/admin/login/"  # admindeur.py: to our door, or the page that says who may not be here
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # at our door, where a change is told by mail
WAGTAIL_PASSWORD_RESET_ENABLED = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # a computer at work is often shared; 'aangemeld blijven' is two weeks
SESSION_COOKIE_AGE = 14 * 24 * 3600

PASSWORD_RESET_TIMEOUT = 2 * 3600  # a link in a mailbox should not stay a key

ACCOUNT_ADAPTER = "kennisplatform.toegang.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 3
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # only in the browser that signed up
ACCOUNT_CHANGE_EMAIL = True  # one address each; the old one counts until the new one is confirmed
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # an unknown address gets a mail too: the same page after the same work
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {  # per reader's address (ip), per account or typed address (key), counted in the shared cache
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "signup": "10/m/ip,50/d/ip",
    "reset_password": "10/m/ip,3/10m/key",
    "reset_password_from_key": "20/m/ip",
    "confirm_email": "1/3m/key",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
}
ACCOUNT_FORMS = {
    naam: f"kennisplatform.toegang.formulieren.{klasse}"
    for naam, klasse in {
        "login": "Aanmelden",
        "signup": "Registreren",
        "add_email": "AnderAdres",
        "change_password": "AnderWachtwoord",
        "set_password": "EersteWachtwoord",
        "reset_password": "WachtwoordVergeten",
        "reset_password_from_key": "NieuwWachtwoord",
        "reauthenticate": "Bevestigen",
    }.items()
}

MFA_ADAPTER = "kennisplatform.toegang.adapters.TweedeStap"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "De buurt als ecosysteem"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_FORMS = {
    naam: f"kennisplatform.toegang.formulieren.{klasse}"
    for naam, klasse in {
        "authenticate": "Code",
        "reauthenticate": "CodeOpnieuw",
        "activate_totp": "AppAanzetten",
        "add_webauthn": "SleutelErbij",
        "edit_webauthn": "SleutelNaam",
    }.items()
}

# Sign-in of care organisations.
SOCIALACCOUNT_ADAPTER = "kennisplatform.toegang.adapters.Organisaties"
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True  # only where the adapter says that matching is safe
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True  # coupling an organisation opens a second way in
SOCIALACCOUNT_FORMS = {"signup": "kennisplatform.toegang.formulieren.RegistrerenViaOrganisatie"}

# How long an account and what belongs to it is kept, in days (kennisplatform/toegang/bewaren.py does it, every night).
BEWAREN: dict[str, Any] = {
    "ONGEBRUIKT": 730,  # two years: longer than a parental leave or a long illness, shorter than a forgotten account
    "WAARSCHUWINGEN": (60, 14),  # before that day: once with time to think, once as a reminder
    "ONBEVESTIGD": 7,  # nobody showed that the address is theirs
    "LOGBOEK": 730,  # two years: the term of a neighbourhood plan, so that a network can look back on it
}
