// The editors' forms: a remark stands at its field, and a form that came back with mistakes shows its first one.
(() => {
  "use strict";

  function opmerkingenBijHunVeld() {
    for (const punt of document.querySelectorAll(".opmerking [data-veld]")) {
      const pad = punt.dataset.veld.split(".");
      const veld = document.querySelector(`form [data-contentpath="${CSS.escape(pad[0])}"]`);
      if (!veld) continue;
      const bij = document.createElement("div");
      bij.className = "opmerking-bij-veld";
      bij.textContent = punt.textContent.replace(/\s+/g, " ").trim();
      veld.prepend(bij);
      bij.id = `opmerking-${pad[0]}`;
      const naam = punt.querySelector("b");
      const link = document.createElement("a");
      link.href = `#${bij.id}`;
      link.textContent = naam.textContent;
      naam.replaceChildren(link);
      link.addEventListener("click", () => toon(bij));
    }
  }

  // A field may lie in a tab that is not open, or in a group that is folded.
  function toon(element) {
    const tab = element.closest("[role=tabpanel]");
    if (tab?.hidden) document.querySelector(`[role=tab][href="#${CSS.escape(tab.id)}"]`)?.click();
    for (let groep = element.closest("[hidden]"); groep; groep = groep.parentElement?.closest("[hidden]")) {
      groep.hidden = false;
    }
    element.scrollIntoView({ block: "center", behavior: "instant" }); // a slow one is lost when the form still grows
  }

  // Of a field, or of a list of blocks as a whole ('name at least one source').
  const FOUTEN = "form[data-edit-form] :is(.w-field__errors .error-message, .help-critical)";

  // Wagtail's scripts draw blocks and tabs when they come to it: on a slow machine that is later than here.
  function eersteFout(keren) {
    const fout = [...document.querySelectorAll(FOUTEN)].find((melding) => melding.textContent.trim());
    if (!fout) {
      if (keren) setTimeout(eersteFout, 150, keren - 1);
      return;
    }
    toon(fout);
    const veld = fout.closest(".w-field, [data-contentpath]")
      ?.querySelector("input:not([type=hidden]), textarea, select, [contenteditable=true]");
    veld?.focus({ preventScroll: true });
  }

  // What the editor of translations says that no catalogue reaches.
  function vertaalkop(keren) {
    for (const knoop of document.querySelectorAll(".js-translation-editor .w-sr-only")) {
      if (knoop.textContent === "More actions") knoop.textContent = "Meer acties";
    }
    const kop = [...document.querySelectorAll(".js-translation-editor :is(h1, h2, h3, legend, label, div, p)")]
      .find((knoop) => !knoop.children.length && / to .+ translation$/.test(knoop.textContent));
    if (kop) kop.textContent = kop.textContent.replace(/^(.+) to (.+) translation$/, "Van $1 naar $2");
    else if (keren) setTimeout(vertaalkop, 150, keren - 1);
  }

  // Wagtail names neither its fields of rich text, nor the place for free words, nor what stands in a list in a block, nor
  // where files are dropped, nor the picture of who looks along: read aloud they were nothing.
  const NAAMLOOS = "[role=textbox][contenteditable], .tagit input, [data-contentpath] input[type=text]";
  const NAAM = ":scope > .w-field__label, :scope > .w-panel__header .w-panel__heading";

  function naamVan(veld) {
    for (let om = veld.parentElement; om && !om.matches("form"); om = om.parentElement) {
      const tekst = om.querySelector(NAAM)?.textContent.replace(/\*/g, "").trim();
      if (tekst) return tekst;
    }
    return "";
  }

  function naamloos() {
    for (const veld of document.querySelectorAll(NAAMLOOS)) {
      if (veld.hasAttribute("aria-label") || veld.labels?.length) continue;
      const naam = naamVan(veld);
      if (naam) veld.setAttribute("aria-label", naam);
    }
    document.querySelector("#fileupload:not([aria-label])")?.setAttribute("aria-label", "Kies bestanden");
    for (const veld of document.querySelectorAll(".js-translation-editor input[type=file]:not([aria-label])")) {
      veld.setAttribute("aria-label", "Vertaalbestand");
    }
    for (const knop of document.querySelectorAll(".w-editing-sessions__session:not([aria-label])")) {
      knop.setAttribute("aria-label", "Wie hier nog meer kijkt");
    }
  }

  function houdNamenBij() {
    let wacht = false;
    new MutationObserver(() => {
      if (wacht) return;
      wacht = true;
      setTimeout(() => { wacht = false; naamloos(); }, 300);
    }).observe(document.body, { childList: true, subtree: true });
    naamloos();
  }

  // Work on many pages: only the fields of what was chosen. Without scripts all of them stand there, by their name.
  function veel() {
    const formulier = document.querySelector("form[data-veel]");
    if (!formulier) return;
    const wat = formulier.elements.namedItem("wat");
    const toonGekozen = () => {
      for (const groep of formulier.querySelectorAll("[data-veel-soort]")) {
        groep.hidden = groep.dataset.veelSoort !== wat.value || !groep.querySelector("input, select, textarea");
      }
    };
    wat.addEventListener("change", toonGekozen);
    toonGekozen();
  }

  document.addEventListener("DOMContentLoaded", () => {
    veel();
    opmerkingenBijHunVeld();
    if (document.querySelector("form[data-edit-form], #fileupload")) houdNamenBij();
    if (document.querySelector(".js-translation-editor")) vertaalkop(40);
    if (document.querySelector(".messages .error")) setTimeout(eersteFout, 150, 40);
  });
})();
