/* Filters without a full page. Without this file the same form works with its button.
   What a swap would lose is kept here: which groups stand open, and where the keyboard was. */
(function () {
  "use strict";
  /* The row of kinds may reach past the edge of a phone: the chosen one is what the reader must see. */
  const gekozen = document.querySelector("#soorten [aria-current]");
  if (gekozen) { gekozen.scrollIntoView({ block: "nearest", inline: "center" }); }
  const soorten = document.getElementById("soorten");
  if (soorten) { soorten.addEventListener("focusin", (e) => e.target.scrollIntoView({ block: "nearest", inline: "nearest" })); }

  let open = new Set();
  let focus = "";

  document.body.addEventListener("htmx:beforeSwap", function () {
    open = new Set(Array.from(document.querySelectorAll("#lijst details[open]"), (d) => d.id));
    focus = document.activeElement ? document.activeElement.id : "";
  });

  document.body.addEventListener("htmx:afterSwap", function () {
    document.querySelectorAll("#lijst details").forEach((d) => { d.open = open.has(d.id); });
    const terug = focus && document.getElementById(focus);
    if (terug) { terug.focus({ preventScroll: true }); }
    const telling = document.getElementById("telling");
    const bord = document.getElementById("meldbord");
    if (telling && bord) { bord.textContent = telling.textContent; }
  });

  function keuzes(parameters) {
    const leeg = new Set(["pagina", "letterlijk"]);
    return Array.from(parameters).filter(([naam, waarde]) => waarde && !leeg.has(naam)).map(String).sort().join("&");
  }

  /* What is ticked has mostly been fetched already: then the button shows it. Else the form is sent as ever. */
  document.body.addEventListener("submit", function (gebeurtenis) {
    const telling = document.getElementById("telling");
    if (!telling || !gebeurtenis.target.matches("form.facetten")) { return; }
    if (keuzes(new FormData(gebeurtenis.target)) !== keuzes(new URLSearchParams(location.search))) { return; }
    gebeurtenis.preventDefault();
    const paneel = document.getElementById("filters");
    if (paneel) { paneel.open = false; }
    telling.tabIndex = -1;
    telling.focus({ preventScroll: true });
    telling.scrollIntoView({ block: "start" });
  });
})();
