// The form of a collection shows what it finds now, each time that something in it changes.
(() => {
  "use strict";

  const NAMEN = ["woorden", "soorten", "begrippen", "plaats", "volgorde", "aantal"];
  const WACHT = 400;

  function waarden(blok) {
    const vraag = new URLSearchParams();
    for (const veld of blok.querySelectorAll("input, select")) {
      const naam = NAMEN.find((n) => veld.name.endsWith(`-${n}`));
      if (!naam || (veld.type === "checkbox" && !veld.checked)) continue;
      const gekozen = veld.multiple ? [...veld.selectedOptions].map((optie) => optie.value) : [veld.value];
      for (const waarde of gekozen.filter(Boolean)) vraag.append(naam, waarde);
    }
    return vraag;
  }

  function volg(blok) {
    if (blok.querySelector(":scope > .collectie__nu")) return;
    const vak = document.createElement("div");
    vak.className = "collectie__nu";
    vak.setAttribute("role", "status");
    blok.append(vak);
    let klok = 0, beurt = 0;
    const vraag = async () => {
      const mijn = ++beurt;
      const adres = new URL("redactie/collectie/", new URL(document.querySelector("[data-w-root]")?.dataset.wRoot
        ?? `${location.pathname.split("/").slice(0, 2).join("/")}/`, location.href));
      const antwoord = await fetch(`${adres}?${waarden(blok)}`).catch(() => null);
      if (mijn === beurt && antwoord?.ok) vak.innerHTML = await antwoord.text();
    };
    const straks = () => { clearTimeout(klok); klok = setTimeout(vraag, WACHT); };
    blok.addEventListener("input", straks);
    blok.addEventListener("change", straks);
    vraag();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const zoek = () => document.querySelectorAll("form[data-edit-form] .struct-block.collectie").forEach(volg);
    zoek();
    setTimeout(zoek, 150); // after Wagtail has drawn the blocks
    new MutationObserver(zoek).observe(document.body, { childList: true, subtree: true });
  });
})();
