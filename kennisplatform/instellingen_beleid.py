"""From where a page may load what: a part of settings.py, which takes it in whole. Nothing here hangs on the environment."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

CSP_MELDING = "/csp-melding"  # where browsers tell what they kept from loading: at our own door

# Nothing from elsewhere, nothing inline. Wagtail's admin breaks without: beleid_per_plek swaps it there.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "report-uri": CSP_MELDING,
    }
}
CSP_ADMIN = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "report-uri": CSP_MELDING,
}
# What a page may ask of the device it is read on: nothing, but keys for signing in and the clipboard.
TOESTEMMINGEN = ", ".join(
    [
        *(
            f"{wat}=()"
            for wat in [
                "accelerometer",
                "autoplay",
                "browsing-topics",
                "camera",
                "display-capture",
                "encrypted-media",
                "geolocation",
                "gyroscope",
                "hid",
                "idle-detection",
                "local-fonts",
                "magnetometer",
                "microphone",
                "midi",
                "payment",
                "serial",
                "usb",
                "screen-wake-lock",
                "xr-spatial-tracking",
            ]
        ),
        *(f"{wat}=(self)" for wat in ("clipboard-write", "fullscreen", "publickey-credentials-create")),
        "publickey-credentials-get=(self)",
    ]
)
