"""One look for every public form: `{{ form }}` gives the summary of mistakes and each field with its help."""

from django.forms.renderers import TemplatesSetting


class Huisvorm(TemplatesSetting):
    form_template_name = "formulier/formulier.html"
    field_template_name = "formulier/veld.html"
