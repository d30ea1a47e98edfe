"""Staff roles as data. What a neighbourhood may do is never a Wagtail group: see deelnemers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rol:
    code: str
    naam: str
    omschrijving: str
    pagina: tuple[str, ...]  # page permissions on the whole tree
    modellen: tuple[str, ...] = ()  # 'app.permission' codenames


# Wagtail asks for the permissions of its own picture and document models, whatever model is in use.
AFBEELDINGEN = tuple(f"wagtailimages.{doe}_image" for doe in ("add", "change", "choose"))
DOCUMENTEN = tuple(f"wagtaildocs.{doe}_document" for doe in ("add", "change", "choose"))
MEDIA = AFBEELDINGEN + DOCUMENTEN
BEGRIPPEN = tuple(f"basis.{doe}_begrip" for doe in ("add", "change", "view"))
ALARM_EN_FEITEN = tuple(f"feiten.{doe}_{wat}" for wat in ("alarmzin", "feit") for doe in ("add", "change", "view"))
ALARM_EN_FEITEN_LEZEN = ("feiten.view_alarmzin", "feiten.view_feit")
# The plan's own content: what is measured and counted on, and the standard programme of each theme.
PLAN_LEZEN = (
    "cijfers.view_indicator",
    "cijfers.view_aanname",
    "cijfers.view_onderzoek",
    "menukaart.view_activiteit",
    "menukaart.view_planregel",
    "kiezen.view_element",
)
# Where figures come from, and of which areas a neighbourhood is made.
CIJFERS_LEZEN = ("cijfers.view_buurtgebied", "cijfers.view_gebied", "cijfers.view_cijferbron")
CIJFERS = (
    *CIJFERS_LEZEN,
    *(lees.replace("view_", doe) for doe in ("add_", "change_") for lees in CIJFERS_LEZEN),
    "cijfers.delete_buurtgebied",
)
PLAN = (
    *PLAN_LEZEN,
    *(lees.replace("view_", doe) for doe in ("add_", "change_") for lees in PLAN_LEZEN),
    "menukaart.publish_activiteit",
)
TERUGMELDINGEN = ("terugmelding.view_terugmelding", "terugmelding.change_terugmelding")  # what readers say back
BUURTEN = tuple(f"deelnemers.{doe}_buurt" for doe in ("add", "change", "view"))
ADMIN = ("wagtailadmin.access_admin",)
ZOEKREGELS = tuple(
    f"vinden.{doe}_{wat}"
    for wat in ("synoniem", "beschermdwoord", "crisiszin", "vastgezet", "wens")
    for doe in ("add", "change", "delete", "view")
) + ("vinden.view_zoekterm", "vinden.change_zoekterm")
REGELS = tuple(f"redactie.{doe}_inhoudsregel" for doe in ("add", "change", "delete", "view"))  # what mails by itself
ZOEKVRAGEN = ("vinden.view_zoekterm", "vinden.view_synoniem", "vinden.view_wens", "vinden.add_wens")

ROLLEN = (
    Rol(
        "redacteur",
        "Redacteur",
        "Schrijft en wijzigt; de eindredactie publiceert.",
        ("add_page", "change_page"),
        (*ADMIN, *MEDIA, *ZOEKVRAGEN, *ALARM_EN_FEITEN_LEZEN, *PLAN_LEZEN, *TERUGMELDINGEN, "basis.view_begrip"),
    ),
    Rol(
        "eindredacteur",
        "Eindredacteur",
        "Keurt goed, publiceert en beheert begrippen.",
        ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        ADMIN
        + MEDIA
        + BEGRIPPEN
        + ALARM_EN_FEITEN
        + PLAN
        + ZOEKREGELS
        + TERUGMELDINGEN
        + REGELS
        + ("wagtailimages.delete_image", "wagtaildocs.delete_document", "wagtail_localize.submit_translation"),
    ),
    Rol(
        "transitieteam",
        "Transitieteam",
        "Beheert de buurten en leest mee met alles.",
        ("add_page", "change_page"),
        ADMIN
        + MEDIA
        + BUURTEN
        + ALARM_EN_FEITEN_LEZEN
        + PLAN
        + CIJFERS
        + TERUGMELDINGEN
        + REGELS
        + ("basis.view_begrip",),
    ),
    Rol(
        "begrotingscommissie",
        "Begrotingscommissie",
        "Leest en beoordeelt begrotingen van buurten. Geen toegang tot de redactie.",
        (),
    ),
    Rol(
        "onderzoeker",
        "Onderzoeker",
        "Leest mee en neemt cijfers mee, zonder personen. Geen toegang tot de redactie.",
        (),
    ),
    Rol(
        "beheerder",
        "Beheerder",
        "Beheert accounts en omleidingen, en verwijdert voorgoed.",
        ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        (
            *ADMIN,
            *MEDIA,
            *BEGRIPPEN,
            *BUURTEN,
            *ALARM_EN_FEITEN,
            "feiten.delete_alarmzin",
            "feiten.delete_feit",
            *PLAN,
            *CIJFERS,
            *(lees.replace("view_", "delete_") for lees in PLAN_LEZEN),
            *ZOEKREGELS,
            *REGELS,
            *TERUGMELDINGEN,
            "basis.delete_begrip",
            "basis.delete_weggegooid",  # out of the bin, for good
            "deelnemers.delete_buurt",
            "deelnemers.add_gebruiker",
            "deelnemers.change_gebruiker",
            "deelnemers.delete_gebruiker",
            "auth.add_group",
            "auth.change_group",
            "wagtailredirects.add_redirect",
            "wagtailredirects.change_redirect",
            "wagtailredirects.delete_redirect",
            "wagtailcore.add_workflow",
            "wagtailcore.change_workflow",
            "wagtail_localize.submit_translation",
            "post.view_bericht",
            "post.change_bericht",
        ),
    ),
)
