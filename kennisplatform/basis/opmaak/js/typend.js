/* Keeps what somebody fills in on this device while they do, and offers it again after a lost connection, a fault or a
   session that ended. Only for who is signed in, for a week, and gone on signing out. Without this script the server
   still gives back what it got. */
(function () {
  "use strict";
  const BEGIN = "typend:", VERSTUURD = "typend-verstuurd", WEEK = 7 * 24 * 3600 * 1000;
  const eigen = document.currentScript, woord = eigen.dataset;

  function haal(sleutel) {
    try { return JSON.parse(localStorage.getItem(sleutel) || "null"); } catch (fout) { return null; }
  }

  function zet(sleutel, waarde) {
    try { localStorage.setItem(sleutel, JSON.stringify(waarde)); } catch (fout) { /* full or forbidden */ }
  }

  function wis(sleutel) {
    try { localStorage.removeItem(sleutel); } catch (fout) { /* forbidden */ }
  }

  function alle() {
    try { return Object.keys(localStorage).filter((sleutel) => sleutel.startsWith(BEGIN)); } catch (fout) { return []; }
  }

  function onderweg(waarde) {
    try {
      const was = sessionStorage.getItem(VERSTUURD);
      if (waarde === undefined) { sessionStorage.removeItem(VERSTUURD); } else { sessionStorage.setItem(VERSTUURD, waarde); }
      return was;
    } catch (fout) { return null; }
  }

  if ("mislukt" in woord) { onderweg(); return; }  // a page of faults: what was sent did not arrive

  const wie = woord.wie;
  alle().forEach((sleutel) => {
    const bewaard = haal(sleutel);
    if (!bewaard || bewaard.wie !== wie || Date.now() - bewaard.op > WEEK) { wis(sleutel); }
  });
  document.querySelectorAll('form[action*="afmelden"], form[action*="logout"]').forEach((form) => {
    form.addEventListener("submit", () => alle().forEach(wis));
  });
  if (!wie) { return; }

  /* Arrived: the page that answers comes from the form's own page, and does not say that something is wrong. */
  const verstuurd = JSON.parse(onderweg() || "null");
  const fout = document.querySelector("form .errorlist, form .fout, form [aria-invalid=true]");
  if (verstuurd && !fout && document.referrer && new URL(document.referrer).pathname === verstuurd.van) { wis(verstuurd.sleutel); }

  /* All that somebody fills in: typed, chosen or ticked. A password that somebody looks at is a text for a moment. */
  const SOORTEN = "textarea[name], select[name], input[name]:not([type=hidden], [type=password], [type=file], [type=submit], " +
    "[autocomplete*=password], [autocomplete=one-time-code])";
  const LANG = 3; // boxes to type in, without any for a text

  function velden(form) { return Array.from(form.querySelectorAll(SOORTEN)); }
  function isVinkje(veld) { return veld.type === "checkbox" || veld.type === "radio"; }
  function naam(veld) { return isVinkje(veld) ? veld.name + "=" + veld.value : veld.name; }

  function lees(veld) {
    if (isVinkje(veld)) { return veld.checked; }
    return veld.multiple ? Array.from(veld.selectedOptions, (keuze) => keuze.value).join("\n") : veld.value;
  }

  function schrijf(veld, waarde) {
    if (isVinkje(veld)) { veld.checked = waarde; } else if (veld.multiple) {
      const gekozen = waarde.split("\n");
      Array.from(veld.options).forEach((keuze) => { keuze.selected = gekozen.includes(keuze.value); });
    } else { veld.value = waarde; }
  }

  function isLang(form) {
    if (form.hasAttribute("data-bewaar")) { return false; }
    const teksten = velden(form).filter((veld) => !isVinkje(veld) && veld.tagName !== "SELECT");
    return teksten.some((veld) => veld.tagName === "TEXTAREA") || teksten.length >= LANG;
  }

  /* An empty box is nothing to bring back; a tick that was taken away is. */
  function biedAan(form, sleutel, bewaard) {
    const anders = velden(form).filter((veld) => {
      const was = bewaard.velden[naam(veld)];
      return was !== undefined && was !== lees(veld) && (was === false || was === true || was.trim());
    });
    if (!anders.length) { return; }
    const vak = document.createElement("div"), tekst = document.createElement("p"), knoppen = document.createElement("p");
    vak.className = "melding let-op";
    vak.setAttribute("role", "status");
    tekst.textContent = woord.terug;
    knoppen.className = "knoppen";
    [woord.zetterug, woord.gooiweg].forEach((tekst, nummer) => {
      const knop = document.createElement("button");
      knop.type = "button";
      knop.className = nummer ? "knop rustig" : "knop";
      knop.textContent = tekst;
      knop.addEventListener("click", () => {
        if (nummer) { wis(sleutel); } else { anders.forEach((veld) => schrijf(veld, bewaard.velden[naam(veld)])); }
        vak.remove();
        (anders[0] || knop).focus();
      });
      knoppen.append(knop);
    });
    vak.append(tekst, knoppen);
    form.prepend(vak);
  }

  function verstuurt(sleutel) { onderweg(JSON.stringify({ sleutel: sleutel, van: location.pathname })); }

  document.querySelectorAll("form[method=post]").forEach((form) => {
    const sleutel = BEGIN + new URL(form.action, location.href).pathname, bewaard = haal(sleutel);
    if (form.hasAttribute("data-alsnog")) { form.addEventListener("submit", () => verstuurt(sleutel)); }
    if (!isLang(form)) { return; }
    let klok = 0;
    function bewaar() {
      const uit = {};
      velden(form).forEach((veld) => { uit[naam(veld)] = lees(veld); });
      zet(sleutel, { op: Date.now(), wie: wie, velden: uit });
    }
    if (bewaard) { biedAan(form, sleutel, bewaard); }
    form.addEventListener("input", () => { clearTimeout(klok); klok = setTimeout(bewaar, 400); });
    form.addEventListener("submit", () => { clearTimeout(klok); bewaar(); verstuurt(sleutel); });
  });
})();
