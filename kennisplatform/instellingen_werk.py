"""Where long work goes: a part of settings.py, which takes it in whole."""

from kennisplatform import omgeving

# Work on many pages goes on in the background of the process that was asked; 'meteen' is before the answer.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},  # what Wagtail itself hands out
    "werk": {
        "BACKEND": "kennisplatform.redactie.taakdraad.Taakdraad"
        if omgeving.keuze("WERK", ("draad", "meteen"), "draad") == "draad"
        else "django_tasks.backends.immediate.ImmediateBackend"
    },
}

# The PDF of a plan that was laid down is drawn beside the request; 'nee': the night does it.
STUKKEN = {"DIRECT": omgeving.keuze("STUKKEN_DIRECT", ("draad", "meteen", "nee"), "draad")}

# How many links to other websites are tried in a night; 0 tries none.
LINKS_PER_NACHT = int(omgeving.tekst("LINKS_PER_NACHT", "300"))
