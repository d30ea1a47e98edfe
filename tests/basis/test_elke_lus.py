"""Every loop of the house over many rows, each with the test that poisons a row in it. A new one has to be added here."""

from __future__ import annotations

from typing import Final

from kennisplatform.basis.management.commands.dagelijks import EERST
from kennisplatform.basis.nachtwerk import Nachtwerk, Tussenwerk
from kennisplatform.kamers import gebracht
from kennisplatform.zoeken.wachtrij import Voorwerk
from tests import lussen
from tests.huis import WORTEL

LOS: Final = "basis/test_losse_rijen.py::"
BRIEF: Final = "basis/test_losse_brieven.py::"
WERK: Final = "basis/test_losse_werken.py::"

# What the team reads of it (the first word of `voor_elk`, `los`, `meld`) → where a row in it is poisoned.
VERGIFTIGD: Final = {
    "account dat niemand gebruikt": WERK + "test_accounts_that_nobody_uses",
    "bericht dat meteen gaat": BRIEF + "test_notices_at_once",
    "brief aan een coach": BRIEF + "test_a_question_that_goes_to_the_coaches",
    "brief aan wie een regel noemt": BRIEF + "test_who_a_rule_names",
    "brief dat een account weg is": BRIEF + "test_an_account_goes_though_no_letter_can",
    "brief dat een antwoord hielp": BRIEF + "test_thanks_for_an_answer",
    "brief over een aanvraag": BRIEF + "test_who_may_let_somebody_in",
    "brief over een afgelasting": BRIEF + "test_guests_of_a_meeting",
    "brief over een andere tijd": BRIEF + "test_guests_of_a_meeting",
    "brief over een antwoord": BRIEF + "test_an_answer_of_the_coach",
    "brief over een herindeling": BRIEF + "test_a_division",
    "brief over een plek": BRIEF + "test_a_place_that_comes_free",
    "brief over een voorbeeld": BRIEF + "test_editors_who_wait",
    "brief over toestemming": BRIEF + "test_two_kartrekkers_of_one_network",
    "brief over wat over tijd is": BRIEF + "test_two_kartrekkers_of_one_plan",
    "brief over wie komt of gaat": BRIEF + "test_the_circle_of_a_member",
    "brief van een bewoner": BRIEF + "test_a_resident_speaks",
    "brief van een regel": BRIEF + "test_who_a_rule_names",
    "brief van het team": BRIEF + "test_a_letter_of_the_team",
    "een bestand met cijfers": "cijfers/test_invoerwerk.py::test_a_fault_of_ours_leaves_all_as_it_was",
    "een bestand met cijfers dat niemand opnam": "cijfers/test_invoerbeurt.py::test_one_that_can_not_go_keeps_no_other",
    "een document lezen": WERK + "test_documents_are_read",
    "gepland op de site zetten": WERK + "test_what_was_planned",
    "gepland van de site halen": WERK + "test_what_was_planned",
    "herinnering om te tekenen": LOS + "test_reminders_of_a_plan",
    "herinnering van een bijeenkomst": LOS + "test_reminders_of_a_meeting",
    "herinneringen van een bijeenkomst": WERK + "test_a_meeting_of_which_nobody_can_be_asked",
    "link naar buiten": WERK + "test_links_to_other_sites",
    "loopt het nog": WERK + "test_does_it_still_run",
    "meten van een pagina": WERK + "test_pages_are_measured",
    "nieuwsbrief": WERK + "test_newsletters",
    "nieuwsbrief aan een lezer": LOS + "test_a_newsletter",
    "overzicht van wat iemand volgt": LOS + "test_notices_by_mail",
    "pdf van een vastgesteld plan": WERK + "test_pdfs_of_plans",
    "plek vrijgeven": WERK + "test_who_left_frees_a_place",
    "prullenbak legen": WERK + "test_the_bin",
    "regels voor inhoud": WERK + "test_rules_for_content",
    "toestemming die afloopt": LOS + "test_consent_that_ends",
    "uitnodiging uit een lijst": BRIEF + "test_a_list_of_guests",
    "voorbeeld bij de redactie": BRIEF + "test_editors_who_wait",
    "voorbeeld dat stil ligt": LOS + "test_reminders_of_drafts_and_questions",
    "vraag aan een andere buurt": LOS + "test_reminders_of_drafts_and_questions",
    "vraag van de redactie": BRIEF + "test_writers_who_are_waited_for",
    "wachtende nieuwsbrief herschrijven": WERK + "test_newsletters",
    "wat over tijd is": LOS + "test_reminders_of_a_plan",
    "werk aan veel pagina's": WERK + "test_work_on_many_pages",
    "werk terugdraaien": WERK + "test_work_on_many_pages",
}
# Loops that do not go through it, each with its reason.
ANDERS: Final = {
    "index": "zoeken/test_wachtrij.py::test_one_thing_that_fails_does_not_hold_up_the_rest",
    "een halve letter in de index": WERK + "test_half_a_letter_in_the_index",
    "postbus": "post/test_smtp.py::test_refused_for_good_fails_at_once",
    "mail van Wagtail aan meer mensen": BRIEF + "test_a_mail_of_the_framework_to_several",
    "agenda, feeds en JSON": "tekst/test_uitgangen.py::test_feeds",
    "register als CSV en Excel": "tekst/test_uitgangen.py::test_the_register_goes_out_whole",
    "lijst met buurten": "register/test_invoeren.py::test_good_rows_go_in_and_the_others_wait",
}
# Night's work and work by the way: what goes row by row, and what is one statement for all rows at once.
PER_STUK: Final = {
    "herinneringen van de agenda",
    "agenda opruimen",
    "toestemming van ervaringsdeskundigen",
    "ongebruikte accounts",
    "stand van pagina's",
    "links naar buiten",
    "regels voor inhoud",
    "prullenbak legen",
    "post versturen",
    "berichten over wat mensen volgen",
    "berichten die meteen moesten",
    "wat over tijd is",
    "herinneringen om te tekenen",
    "pdf van vastgestelde plannen",
    "voorbeelden: herinneringen",
    "contact: herinneringen",
    "nieuwsbrief: verder versturen",
    "gepland publiceren",
    "nagekeken bestanden met cijfers",
    "zoekwachtrij",
    "zoekindex",
    "bestanden lezen",
    "documenten lezen",
}
IN_EENS: Final = {
    "uitnodigingen en aanvragen",
    "zoektelling",
    "oude bezoekcijfers",
    "stand van de buurten",
    "kleine aantallen",  # what one cell hides another may give away: looked at together
    "lijsten met buurten",
    "onbevestigde accounts",
    "sessies",
    "logboek van rechten",
    "terugmeldingen",
    "oud werk aan veel pagina's",
    "voorbije links om mee te lezen",
    "post opruimen",
    "tellingen van lessen",
    "kopie",  # a copy without one of its rows would be none: it fails as a whole, and /readyz says so
    "oude meldingen van berichten",
    "sleutels van formulieren",
    "oude mislukkingen",
    "oude berichten",
    "bandbreedtes van begrotingen",
    "voorbeelden: opruimen",
    "contact: opruimen",
    "nieuwsbrief: opruimen",
    "oude nachten",
    "oude rijen van de zoekwachtrij",
}
TAKEN: Final = {
    "kennisplatform.cijfers.invoer.werk.voer_uit",  # 'een bestand met cijfers'
    "kennisplatform.redactie.werken.voer_uit",  # 'werk aan veel pagina's'
    "kennisplatform.redactie.meten.meet_nu",  # 'meten van een pagina'
}
# Plain loops that write letters, each with why it may.
BRIEVEN_SAMEN: Final = {
    "kennisplatform.agenda.persoonsgegevens._vergeet_deelnames",  # who is forgotten is forgotten wholly, or not yet
    "leernetwerk.contact.onderhoud._herinner",  # of the rounds of one question one is due
    "leernetwerk.podium.verzenden.verzend_portie",  # each reader is caught in `_aan`
}


def test_each_work_by_row_is_poisoned_somewhere() -> None:
    assert lussen.namen_van_werk() == set(VERGIFTIGD)
    waar = {**VERGIFTIGD, **ANDERS}
    assert [naam for naam, test in waar.items() if not lussen.staat_er(test, WORTEL / "tests")] == []


def test_each_work_of_the_night_and_the_day_is_known() -> None:
    soorten = [*EERST, *gebracht(Nachtwerk), *gebracht(Tussenwerk), *gebracht(Voorwerk)]
    assert {werk.naam for werk in soorten} == PER_STUK | IN_EENS and not PER_STUK & IN_EENS
    assert lussen.taken() == TAKEN


def test_no_loop_writes_letters_that_stop_each_other() -> None:
    assert set(lussen.brieflussen()) == BRIEVEN_SAMEN
