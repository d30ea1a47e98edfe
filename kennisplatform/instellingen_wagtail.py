"""What Wagtail may and may not do here: a part of settings.py, which takes it in whole. Nothing hangs on the environment."""

from typing import Any

WAGTAILIMAGES_IMAGE_MODEL = "basis.Afbeelding"
WAGTAILDOCS_DOCUMENT_MODEL = "basis.Bestand"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "pptx", "csv", "txt", "mp3", "m4a", "ogg"]
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # every document is a download: nothing uploaded opens on our address
WAGTAILDOCS_DOCUMENT_FORM_BASE = "kennisplatform.basis.documentformulier.DocumentFormulier"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "tif", "tiff", "bmp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "kennisplatform.basis.afbeeldingformulier.AfbeeldingFormulier"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # a gravatar would tell a third party who edits
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the same for the version check
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# The admin's own search only. 'kaal' is the same table without the public engine: what answers when that is away.
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "kennisplatform.redactie.zoekmotor"},
    "kaal": {"BACKEND": "kennisplatform.basis.beheerzoeken", "AUTO_UPDATE": False},
}
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILEMBEDS_FINDERS: list[dict[str, Any]] = []  # a video is a link with a transcript, never a frame of another site
TAGGIT_CASE_INSENSITIVE = True
