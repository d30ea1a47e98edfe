// Checks beside the form of a page: what stands in it now is read by the server, a moment after the typing stops.
(() => {
  "use strict";
  const WACHT = 1200;

  function begin() {
    const paneel = document.querySelector("[data-controles]");
    const formulier = document.querySelector("form[data-edit-form]");
    if (!paneel || !formulier) return;
    const teller = document.querySelector('[data-side-panel-toggle="checks"] [data-side-panel-toggle-counter]');
    let klok = 0, bezig = null, laatste = "";

    async function lees() {
      const gegevens = new URLSearchParams();
      for (const [naam, waarde] of new FormData(formulier)) if (typeof waarde === "string") gegevens.append(naam, waarde);
      const nu = gegevens.toString();
      if (nu === laatste) return;
      bezig?.abort();
      bezig = new AbortController();
      try {
        const antwoord = await fetch(paneel.dataset.controles, {
          method: "POST", body: gegevens, signal: bezig.signal,
          headers: { "X-CSRFToken": gegevens.get("csrfmiddlewaretoken") },
        });
        if (!antwoord.ok) return;
        laatste = nu;
        paneel.innerHTML = await antwoord.text();
        const aantal = Number(paneel.querySelector("[data-controleaantal]")?.dataset.controleaantal || 0);
        if (teller) {
          teller.textContent = aantal;
          teller.hidden = !aantal;
        }
      } catch (fout) {
        if (fout.name !== "AbortError") throw fout;
      }
    }

    const straks = () => {
      clearTimeout(klok);
      klok = setTimeout(lees, WACHT);
    };
    for (const soort of ["input", "change", "click"]) formulier.addEventListener(soort, straks);
    paneel.addEventListener("click", (gebeurtenis) => {
      const link = gebeurtenis.target.closest("[data-controleplek]");
      if (!link) return;
      gebeurtenis.preventDefault();
      naar(link.dataset.controleplek);
    });
    setTimeout(lees, WACHT); // after Wagtail's own scripts have drawn blocks
    if (location.hash.startsWith("#controle-")) setTimeout(() => naar(decodeURIComponent(location.hash.slice(10))), WACHT);
  }

  // The innermost part of the form that this place names: 'inhoud.<block>.tekst' is in its block.
  function naar(pad) {
    let plek = null, in_ = document.querySelector("form[data-edit-form]");
    for (const deel of pad.split(".")) {
      const gevonden = in_.querySelector(`[data-contentpath="${CSS.escape(deel)}"]`);
      if (!gevonden) break;
      plek = in_ = gevonden;
    }
    const gewoon = plek || document.getElementById(`id_${pad.split(".")[0]}`);
    if (!gewoon) return;
    const tab = gewoon.closest("[role=tabpanel]");
    if (tab?.hidden) document.querySelector(`[role=tab][href="#${CSS.escape(tab.id)}"]`)?.click();
    for (let groep = gewoon.closest("[hidden]"); groep; groep = groep.parentElement?.closest("[hidden]")) groep.hidden = false;
    gewoon.scrollIntoView({ block: "center" });
    const veld = gewoon.matches("input, textarea") ? gewoon
      : gewoon.querySelector("input:not([type=hidden]), textarea, select, [contenteditable=true]");
    veld?.focus({ preventScroll: true });
  }

  document.addEventListener("DOMContentLoaded", begin);
})();
