"""The text of a document, read from its file, and how the reading went. Kept apart: lists of documents stay light."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.models.media import Bestand


class Leesstand(models.TextChoices):
    WACHT = "wacht", _("wacht op lezen")
    KLAAR = "klaar", _("gelezen")
    LEEG = "leeg", _("geen tekst")
    MISLUKT = "mislukt", _("niet te lezen")
    TE_GROOT = "te-groot", _("te groot")


class RedenOnleesbaar(models.TextChoices):
    """What an editor can do something with. The codes are those of documenten/lezen.py, and of its process."""

    DEEL = "deel", _("Dit is een lang document; alleen het begin is te vinden.")
    LEEG = "leeg", _("Dit bestand bevat alleen plaatjes of niets; de tekst is niet te vinden.")
    STUK = "stuk", _("Dit bestand is beschadigd of niet wat de naam zegt; de tekst is niet te vinden.")
    ANDER = "ander", _("Alleen de tekst van PDF, Word (DOCX) en OpenDocument (ODT) is te vinden; dit is iets anders.")
    LETTERS = (
        "letters",
        _("In dit bestand staat elke letter los; de tekst is niet te vinden. Maak de PDF opnieuw vanuit Word."),
    )
    OUD_WORD = "oud_word", _("Dit is een oud Word-bestand of het zit op slot; bewaar het als gewone DOCX of als PDF.")
    OP_SLOT = "op_slot", _("Dit bestand zit op slot; de tekst is niet te vinden. Plaats een versie zonder beveiliging.")
    XFA = (
        "xfa",
        _(
            "Dit is een invulformulier dat alleen Acrobat toont; anderen lezen ‘Please wait…’. Open het in Acrobat, druk "
            "het af naar PDF en plaats die."
        ),
    )
    PORTFOLIO = (
        "portfolio",
        _("Dit is een PDF-portfolio: een map met losse bestanden. Haal ze eruit en plaats ze een voor een."),
    )
    INGESLOTEN = (
        "ingesloten",
        _(
            "In dit document zit een ander bestand dat alleen Word erbij haalt; die tekst is niet te vinden. Open het in "
            "Word, bewaar het opnieuw als .docx en plaats dat."
        ),
    )
    TE_GROOT = "te_groot", _("Dit bestand is te groot; de tekst is niet te vinden.")
    TE_ZWAAR = "te_zwaar", _("Dit bestand lezen vraagt te veel van de computer; de tekst is niet te vinden.")
    TE_LANG = "te_lang", _("Dit bestand lezen duurt te lang; de tekst is niet te vinden.")
    WEG = "weg", _("Het bestand zelf is er niet meer; plaats het opnieuw.")
    STORING = (
        "storing",
        _("Het lezen lukte drie keer niet door een storing; vervang het bestand om het weer te proberen."),
    )


class Bestandstekst(models.Model):
    wagtail_reference_index_ignore = True  # else every document seems to be in use

    bestand = models.OneToOneField(Bestand, on_delete=models.CASCADE, primary_key=True, related_name="gelezen")
    tekst = models.TextField(_("tekst"), blank=True)
    stand = models.CharField(_("stand"), max_length=10, choices=Leesstand, default=Leesstand.WACHT, db_index=True)
    reden = models.CharField(_("reden"), max_length=10, choices=RedenOnleesbaar, blank=True)
    bestandsnaam = models.CharField(_("bestandsnaam"), max_length=250, blank=True)
    vingerafdruk = models.CharField(_("vingerafdruk"), max_length=40, blank=True)  # SHA-1, as Wagtail's own file_hash
    pogingen = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    geprobeerd_op = models.DateTimeField(_("geprobeerd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("tekst van een document")
        verbose_name_plural = _("teksten van documenten")

    def __str__(self) -> str:
        return f"{self.bestandsnaam}: {self.stand}"

    @property
    def melding(self) -> str:
        """For the editor: was the text read, and if not, why."""
        if self.reden:
            return str(self.get_reden_display())
        if self.stand == Leesstand.WACHT:
            return str(_("De tekst wordt gelezen; dat duurt meestal minder dan een minuut."))
        return str(_("De tekst is gelezen en te vinden."))
