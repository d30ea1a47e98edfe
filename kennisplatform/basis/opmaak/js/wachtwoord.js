// A password may be looked at, and says while it is typed whether it is long enough. Without this file it works as always.
(function () {
  "use strict";
  const woorden = document.currentScript.dataset;
  const GENOEG = Number(woorden.genoegTekens);
  const STERK = GENOEG * 2;

  function kijkknop(veld) {
    const knop = document.createElement("button");
    const toon = (zichtbaar) => {
      veld.type = zichtbaar ? "text" : "password";
      knop.textContent = zichtbaar ? woorden.verberg : woorden.toon;
      knop.setAttribute("aria-pressed", String(zichtbaar));
    };
    knop.type = "button";
    knop.className = "kijkknop";
    knop.addEventListener("click", () => toon(veld.type === "password"));
    veld.form?.addEventListener("submit", () => toon(false)); // a browser keeps passwords, not texts
    veld.after(knop);
    toon(false);
  }

  function lengtemeter(veld) {
    const meter = document.createElement("meter");
    const tekst = document.createElement("p");
    meter.max = STERK;
    meter.low = GENOEG;
    meter.high = GENOEG;
    meter.optimum = STERK;
    meter.setAttribute("aria-label", woorden.meter);
    tekst.className = "stil klein";
    const zeg = () => {
      const lengte = [...veld.value].length;
      const nog = GENOEG - lengte;
      meter.value = lengte;
      meter.hidden = tekst.hidden = lengte === 0;
      if (nog > 0) tekst.textContent = woorden.nog.replace("{n}", nog);
      else tekst.textContent = lengte < STERK ? woorden.genoeg : woorden.sterk;
    };
    veld.addEventListener("input", zeg);
    veld.after(meter, tekst);
    zeg();
  }

  for (const veld of document.querySelectorAll('input[type="password"]')) {
    if (veld.autocomplete === "new-password") lengtemeter(veld);
    kijkknop(veld);
  }
})();
