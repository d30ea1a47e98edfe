/* Keeps a form while somebody types: at the site when there is a connection, on this device when there isn't.
   Without this script the buttons do the same. */
(function () {
  "use strict";
  const form = document.querySelector("form[data-bewaar]");
  if (!form) { return; }
  const stand = form.querySelector("[data-stand]");
  const woord = form.dataset;
  const sleutel = "inzenden:" + woord.sleutel;
  const gezien = form.elements.gezien;
  let klok = 0, bezig = false, opnieuw = false, vuil = false;

  function teksten() {
    const uit = {};
    form.querySelectorAll("textarea[name], input[type=text][name]").forEach((veld) => { uit[veld.name] = veld.value; });
    return uit;
  }

  function opApparaat() {
    try { localStorage.setItem(sleutel, JSON.stringify({ op: Date.now(), velden: teksten() })); } catch (fout) { /* full or forbidden */ }
  }

  function vanApparaat() {
    try { return JSON.parse(localStorage.getItem(sleutel) || "null"); } catch (fout) { return null; }
  }

  function wis() {
    try { localStorage.removeItem(sleutel); } catch (fout) { /* forbidden */ }
  }

  function zeg(tekst, soort) {
    stand.textContent = tekst;
    stand.className = "bewaarstand " + (soort || "");
  }

  function toonAdvies(advies) {
    Object.keys(advies).forEach((naam) => {
      const lijst = form.querySelector('[data-advies="' + naam + '"]');
      if (!lijst) { return; }
      lijst.replaceChildren(...advies[naam].map((tekst) => {
        const punt = document.createElement("li");
        punt.textContent = tekst;
        return punt;
      }));
      lijst.hidden = !advies[naam].length;
    });
  }

  async function bewaar() {
    if (bezig) { opnieuw = true; return; }
    bezig = true;
    opnieuw = false;
    vuil = false;
    opApparaat();
    zeg(woord.bezig);
    try {
      const antwoord = await fetch(form.action || location.href, {
        method: "POST", body: new FormData(form), headers: { "X-Bewaar": "1" }, credentials: "same-origin", redirect: "manual",
      });
      const soort = antwoord.headers.get("Content-Type") || "";
      if (antwoord.status === 409) {
        zeg(woord.gesloten, "mis");
      } else if (!antwoord.ok || !soort.startsWith("application/json")) {
        zeg(antwoord.status >= 500 ? woord.weg : woord.afgemeld, "mis");
      } else {
        const uit = await antwoord.json();
        toonAdvies(uit.advies);
        if (uit.botsing.length) {
          zeg(uit.wie + " " + woord.botsing, "mis");
        } else {
          gezien.value = uit.versie;
          zeg(woord.bewaard, "goed");
          if (!vuil) { wis(); }
        }
      }
    } catch (fout) {
      zeg(woord.weg, "mis");
      clearTimeout(klok);
      klok = setTimeout(bewaar, 15000);
    }
    bezig = false;
    if (opnieuw) { bewaar(); }
  }

  function straks(na) {
    clearTimeout(klok);
    klok = setTimeout(bewaar, na);
  }

  form.addEventListener("input", (e) => {
    if (e.target.matches("[data-zoek]") || e.target.type === "file") { return; }
    vuil = true;
    opApparaat();
    straks(1500);
  });
  form.addEventListener("change", (e) => {
    if (!e.target.matches("[data-zoek]") && e.target.type !== "file") { straks(200); }
  });
  window.addEventListener("online", () => { if (vanApparaat()) { straks(100); } });
  form.addEventListener("submit", () => { clearTimeout(klok); opApparaat(); });

  /* What was typed without a connection, or in a session that ended, comes back when the page is opened again. */
  const oud = vanApparaat();
  const nu = teksten();
  const anders = oud ? Object.keys(oud.velden).filter((n) => n in nu && oud.velden[n] !== nu[n] && oud.velden[n].trim()) : [];
  if (!anders.length) {
    wis();
  } else {
    const vak = document.createElement("div");
    vak.className = "melding let-op";
    vak.setAttribute("role", "alert");
    const tekst = document.createElement("p");
    tekst.textContent = woord.terug;
    const knoppen = document.createElement("p");
    knoppen.className = "knoppen";
    [[woord.zetterug, "knop"], [woord.gooiweg, "knop rustig"]].forEach(([naam, klas], nummer) => {
      const knop = document.createElement("button");
      knop.type = "button";
      knop.className = klas;
      knop.textContent = naam;
      knop.addEventListener("click", () => {
        if (nummer === 0) {
          anders.forEach((n) => { form.elements[n].value = oud.velden[n]; });
          bewaar();
        } else {
          wis();
        }
        vak.remove();
      });
      knoppen.append(knop);
    });
    vak.append(tekst, knoppen);
    form.prepend(vak);
  }
})();
