"""What this room brings to the search library, to kept drawings, and to itself."""

from kennisplatform.basis import eenmalig, plekken
from kennisplatform.basis.documenten import zoekbron
from kennisplatform.basis.kaarten import Kaartsoort, haal_paginas
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.paginanieuws import tabellen
from kennisplatform.tekening.tabellen import Apart, Stil

BRENGT = [
    *zoekbron.BRENGT,
    Kaartsoort("pagina", haal_paginas),
    *plekken.BRENGT,
    Apart(tabellen),
    Nachtwerk("sleutels van formulieren", eenmalig.ruim_op),
    Stil(("basis_eenmaal",), "which forms were pressed"),
    Stil(("wagtailcore_revision", "wagtailcore_referenceindex"), "what an editor is working on"),
    Stil(("wagtailcore_task", "wagtailcore_workflow", "wagtailcore_comment"), "what editors ask each other"),
    Stil(("wagtailcore_modellog", "wagtailcore_pagelog", "wagtailcore_pagesub", "django_admin_log"), "who did what"),
    Stil(("wagtailsearch_", "wagtail_localize_"), "the admin's search, and translations that nobody published"),
]
