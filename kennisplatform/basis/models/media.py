"""Own picture and document models: what Wagtail's lack is the text for people who can't see, the maker and the licence."""

from typing import Any

from django.db import models, transaction
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


def maat(bytes_: int | None) -> str:
    """Thousands, as telephones and shops count: '340 kB', '2,4 MB'; nothing for an unknown size."""
    if not bytes_:
        return ""
    if bytes_ < 999_500:
        return f"{max(1, round(bytes_ / 1000))} kB"
    return f"{floatformat(bytes_ / 1_000_000, 1)} MB"


class Licentie(models.TextChoices):
    EIGEN = "eigen", _("Eigen werk")
    CC0 = "cc0", _("Publiek domein (CC0)")
    CC_BY = "cc-by", _("CC BY: naam noemen")
    CC_BY_SA = "cc-by-sa", _("CC BY-SA: naam noemen, gelijk delen")
    TOESTEMMING = "toestemming", _("Met toestemming van de maker")


class Afbeelding(AbstractImage):
    alternatieve_tekst = models.CharField(
        _("alternatieve tekst"),
        max_length=250,
        blank=True,
        help_text=_("Wat ziet u? Eén zin voor wie de foto niet kan zien. Leeg alleen als de foto versiering is."),
    )
    maker = models.CharField(_("maker"), max_length=120, blank=True)
    licentie = models.CharField(_("licentie"), max_length=20, choices=Licentie.choices, default=Licentie.EIGEN)

    admin_form_fields = tuple(naam for naam in Image.admin_form_fields if naam != "description") + (
        "alternatieve_tekst",
        "maker",
        "licentie",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("afbeelding")
        verbose_name_plural = _("afbeeldingen")

    @property
    def default_alt_text(self) -> str:
        return self.alternatieve_tekst


class Weergave(AbstractRendition):
    image = models.ForeignKey(Afbeelding, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class Bestand(AbstractDocument):
    bron = models.CharField(_("bron"), max_length=200, blank=True, help_text=_("Wie maakte dit document?"))

    admin_form_fields = (*Document.admin_form_fields, "bron")

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():  # the document and its place among what must be read: both or none
            super().save(*args, **kwargs)

    @property
    def is_geluid(self) -> bool:
        """Read aloud by somebody: to listen to on the page, with no text to be found in it."""
        return self.file_extension.lower() in {"mp3", "m4a", "ogg"}

    @property
    def type_en_maat(self) -> str:
        """What a reader on a phone wants to know before the download: 'PDF, 340 kB'."""
        return ", ".join(filter(None, (self.file_extension.upper(), maat(self.file_size))))

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
