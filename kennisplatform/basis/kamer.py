"""What this room brings to the search library, to kept drawings, and to itself."""

from functools import partial

from kennisplatform.basis import bewaking, eenmalig, losse_rijen, plekken, startblik
from kennisplatform.basis.documenten import zoekbron
from kennisplatform.basis.kaarten import Kaartsoort, haal_paginas
from kennisplatform.basis.nachtwerk import Nachtwerk, Tussenwerk
from kennisplatform.basis.paginanieuws import tabellen
from kennisplatform.basis.standmeldingen import Standmelding
from kennisplatform.tekening.tabellen import Apart, Stil
from kennisplatform.zoeken import wachtrij
from kennisplatform.zoeken.bron import Uitvalmelder

BRENGT = [
    *zoekbron.BRENGT,
    Kaartsoort("pagina", haal_paginas),
    *plekken.BRENGT,
    *startblik.VRAGEN,
    *bewaking.BRENGT,
    Apart(tabellen),
    Tussenwerk("bestanden lezen", wachtrij.doe_voorwerk, elke_s=60),
    Tussenwerk("zoekwachtrij", partial(wachtrij.verwerk, stil=True), elke_s=30),
    Nachtwerk("sleutels van formulieren", eenmalig.ruim_op),
    Nachtwerk("oude mislukkingen", losse_rijen.ruim_op),
    Standmelding("losse rijen", losse_rijen.stand),
    Uitvalmelder("losse rijen", losse_rijen.meld),
    Stil(
        ("basis_eenmaal", "basis_mislukking", "basis_nachtgang"),
        "which forms were pressed, which rows and nights failed",
    ),
    Stil(("wagtailcore_revision", "wagtailcore_referenceindex"), "what an editor is working on"),
    Stil(("wagtailcore_taskstate", "wagtailcore_workflowstate", "wagtailcore_comment"), "what editors ask each other"),
    Stil(("wagtailcore_modellog", "wagtailcore_pagelog", "wagtailcore_pagesub", "django_admin_log"), "who did what"),
    Stil(("wagtailsearch_", "wagtail_localize_"), "the admin's search, and translations that nobody published"),
]
