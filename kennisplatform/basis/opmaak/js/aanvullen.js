/* Suggestions under the search field: the ARIA combobox pattern (list, chosen by aria-activedescendant).
   Without this file the field is a plain search field. One request per pause; an older answer never wins. */
(function () {
  "use strict";
  const PAUZE = 180; // ms
  const MIN = 2;
  let teller = 0;

  function maak(formulier) {
    const veld = formulier.querySelector("input[name=q]");
    if (!veld || !window.fetch || !window.AbortController) { return; }
    const id = "voorstellen-" + (teller += 1);
    const lijst = document.createElement("ul");
    const bord = document.createElement("span");
    let wacht = 0, bezig = null, gekozen = -1, getypt = veld.value;

    lijst.id = id; lijst.className = "voorstellen"; lijst.hidden = true;
    lijst.setAttribute("role", "listbox");
    lijst.setAttribute("aria-label", formulier.dataset.lijst);
    bord.className = "onzichtbaar"; bord.setAttribute("role", "status");
    veld.parentElement.append(lijst, bord);
    veld.setAttribute("role", "combobox");
    veld.setAttribute("aria-autocomplete", "list");
    veld.setAttribute("aria-controls", id);
    veld.setAttribute("aria-expanded", "false");

    const rijen = () => Array.from(lijst.children);

    function sluit() {
      lijst.hidden = true; gekozen = -1;
      veld.setAttribute("aria-expanded", "false");
      veld.removeAttribute("aria-activedescendant");
    }

    function kies(nummer) {
      const alle = rijen();
      if (lijst.hidden || !alle.length) { return; }
      // One past the ends is the field itself, with what was typed.
      gekozen = nummer < -1 ? alle.length - 1 : nummer >= alle.length ? -1 : nummer;
      alle.forEach((rij, i) => rij.setAttribute("aria-selected", String(i === gekozen)));
      if (gekozen < 0) {
        veld.removeAttribute("aria-activedescendant");
        veld.value = getypt;
      } else {
        veld.setAttribute("aria-activedescendant", alle[gekozen].id);
        veld.value = alle[gekozen].dataset.tekst;
        alle[gekozen].scrollIntoView({ block: "nearest" });
      }
    }

    function ga(rij) { window.location.assign(rij.dataset.adres); }

    function rij(voorstel, i) {
      const li = document.createElement("li");
      const naam = document.createElement("span");
      const begin = voorstel.tekst.toLowerCase().indexOf(getypt.trim().toLowerCase());
      li.id = id + "-" + i;
      li.setAttribute("role", "option");
      li.setAttribute("aria-selected", "false");
      li.dataset.adres = voorstel.adres; li.dataset.tekst = voorstel.tekst;
      naam.dir = "auto";
      if (begin === 0) {
        // What is new stands out; what was typed need not.
        const rest = document.createElement("b");
        rest.textContent = voorstel.tekst.slice(getypt.trim().length);
        naam.append(voorstel.tekst.slice(0, getypt.trim().length), rest);
      } else { naam.textContent = voorstel.tekst; }
      li.append(naam);
      if (voorstel.soortnaam) {
        const soort = document.createElement("span");
        soort.className = "klein stil"; soort.textContent = voorstel.soortnaam;
        li.append(" ", soort);
      }
      if (voorstel.hulp) { naam.textContent = voorstel.hulp; }
      // mousedown, not click: the field would lose its focus first and close the list.
      li.addEventListener("mousedown", (e) => { e.preventDefault(); ga(li); });
      return li;
    }

    /* Who types about danger is not helped to finish the sentence, but told whom to call; it leads to the panel. */
    function hulpregel(nummers) {
      const tekst = formulier.dataset.hulp.replace("#", nummers.join(" · "));
      return { tekst: getypt, hulp: tekst, adres: formulier.action + "?q=" + encodeURIComponent(getypt) };
    }

    function toon(voorstellen) {
      lijst.replaceChildren(...voorstellen.map(rij));
      gekozen = -1;
      veld.removeAttribute("aria-activedescendant");
      lijst.hidden = !voorstellen.length;
      veld.setAttribute("aria-expanded", String(voorstellen.length > 0));
      const d = formulier.dataset;
      bord.textContent = !voorstellen.length ? d.geen : voorstellen.length === 1 ? d.een : d.meer.replace("#", voorstellen.length);
    }

    function vraag() {
      if (bezig) { bezig.abort(); }
      if (getypt.trim().length < MIN) { sluit(); bord.textContent = ""; return; }
      bezig = new AbortController();
      const mijn = bezig;
      fetch(formulier.dataset.suggesties + "&q=" + encodeURIComponent(getypt.slice(0, 200)), { signal: mijn.signal, credentials: "omit" })
        .then((antwoord) => (antwoord.ok ? antwoord.json() : { suggesties: [] }))
        .then((json) => { if (mijn === bezig && document.activeElement === veld) { toon(json.hulp && json.hulp.length ? [hulpregel(json.hulp)] : json.suggesties); } })
        .catch(() => { if (mijn === bezig) { sluit(); } });
    }

    veld.addEventListener("input", () => {
      getypt = veld.value;
      clearTimeout(wacht);
      wacht = setTimeout(vraag, PAUZE);
    });
    veld.addEventListener("keydown", (e) => {
      if (e.isComposing) { return; }
      if (e.key === "ArrowDown" || e.key === "ArrowUp") {
        e.preventDefault();
        if (lijst.hidden) { getypt = veld.value; vraag(); } else { kies(gekozen + (e.key === "ArrowDown" ? 1 : -1)); }
      } else if (e.key === "Escape" && !lijst.hidden) {
        e.preventDefault(); veld.value = getypt; sluit();
      } else if (e.key === "Enter" && gekozen >= 0) {
        e.preventDefault(); ga(rijen()[gekozen]);
      } else if (e.key === "Tab") { sluit(); }
    });
    veld.addEventListener("blur", sluit);
    formulier.addEventListener("submit", () => { clearTimeout(wacht); if (bezig) { bezig.abort(); } sluit(); });
  }

  document.querySelectorAll("form.zoek[data-suggesties]").forEach(maak);

  /* Escape closes the menus of the header; who stood in one stands at its button again. */
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || e.defaultPrevented) { return; }
    document.querySelectorAll(".menu[open], .taalkeuze[open]").forEach((menu) => {
      menu.open = false;
      if (menu.contains(document.activeElement)) { menu.firstElementChild.focus(); }
    });
  });
})();
