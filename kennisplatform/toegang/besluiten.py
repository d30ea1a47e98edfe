"""The decision on each of allauth's views, by url name: ours carry their own (deelnemers/deur.py), these can't."""

from typing import Final

from kennisplatform.deelnemers.deur import Besluit
from kennisplatform.deelnemers.rechten import Doe

_OPENBAAR: Final = Besluit(None, "openbaar")
_EIGEN: Final = Besluit(Doe.WIJZIGEN, "eigen")

BESLUITEN: Final[dict[str, Besluit]] = {
    # Before the door: signing in, and what leads to it. The address or the session holds what it is about.
    "account_login": _OPENBAAR,
    "account_logout": _OPENBAAR,
    "account_inactive": _OPENBAAR,
    "account_signup": _OPENBAAR,
    "account_email_verification_sent": _OPENBAAR,
    "account_confirm_email": _OPENBAAR,
    "account_reset_password": _OPENBAAR,
    "account_reset_password_done": _OPENBAAR,
    "account_reset_password_from_key": _OPENBAAR,
    "account_reset_password_from_key_done": _OPENBAAR,
    "mfa_authenticate": _OPENBAAR,  # somebody halfway: the password was right
    "mfa_login_webauthn": _OPENBAAR,
    "openid_connect_callback": _OPENBAAR,
    "socialaccount_signup": _OPENBAAR,
    "socialaccount_login_cancelled": _OPENBAAR,
    "socialaccount_login_error": _OPENBAAR,
    # Behind the door: one's own account.
    "account_reauthenticate": _EIGEN,
    "account_email": _EIGEN,
    "account_change_password": _EIGEN,
    "account_set_password": _EIGEN,
    "mfa_index": _EIGEN,
    "mfa_reauthenticate": _EIGEN,
    "mfa_activate_totp": _EIGEN,
    "mfa_deactivate_totp": _EIGEN,
    "mfa_view_recovery_codes": _EIGEN,
    "mfa_generate_recovery_codes": _EIGEN,
    "mfa_download_recovery_codes": _EIGEN,
    "mfa_list_webauthn": _EIGEN,
    "mfa_add_webauthn": _EIGEN,
    "mfa_reauthenticate_webauthn": _EIGEN,
    "mfa_edit_webauthn": _EIGEN,
    "socialaccount_connections": _EIGEN,
    "usersessions_list": _EIGEN,
}
