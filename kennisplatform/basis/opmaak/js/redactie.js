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
    element.scrollIntoView({ block: "center" });
  }

  function eersteFout() {
    const fout = [...document.querySelectorAll("form[data-edit-form] .w-field__errors .error-message")]
      .find((melding) => melding.textContent.trim());
    if (!fout) return;
    toon(fout);
    const veld = fout.closest(".w-field, [data-contentpath]")
      ?.querySelector("input:not([type=hidden]), textarea, select, [contenteditable=true]");
    veld?.focus({ preventScroll: true });
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
    setTimeout(eersteFout, 150); // after Wagtail's own scripts have drawn blocks and tabs
  });
})();
