// 'Lees voor' with the browser's own voice for the language of the page. No voice, no button: it stays hidden.
// A piece in another language is read in its own voice, and left out when there is none.
const knop = document.getElementById("voorlezen");
const stem = "speechSynthesis" in window ? window.speechSynthesis : null;
const namen = knop ? [knop.textContent.trim(), knop.dataset.stop] : [];

function stemVoor(taal) {
  return stem.getVoices().find((een) => een.lang.toLowerCase().startsWith(taal));
}

function toon() {
  knop.hidden = !stemVoor(document.documentElement.lang);
}

function zet(leest) {
  knop.setAttribute("aria-pressed", String(leest));
  knop.textContent = namen[leest ? 1 : 0];
}

// A sentence at a time: long texts stop halfway in some browsers.
function zinnen() {
  const stukken = document.querySelectorAll("main article :is(h1, h2, h3, p, li, dt, dd, th, td)");
  return [...stukken].filter((stuk) => !stuk.closest("nav, .alleen-scherm, .noot") && !stuk.querySelector("p, li"))
    .map((stuk) => {
      const kopie = stuk.cloneNode(true);
      kopie.querySelectorAll(".noot, .onzichtbaar").forEach((weg) => weg.remove());
      return { tekst: kopie.textContent.replace(/\s+/g, " ").trim(), stem: stemVoor(stuk.closest("[lang]").lang) };
    }).filter((stuk) => stuk.tekst && stuk.stem);
}

function lees() {
  const rij = zinnen();
  rij.forEach((stuk, nummer) => {
    const uiting = new SpeechSynthesisUtterance(stuk.tekst);
    uiting.lang = stuk.stem.lang;
    uiting.voice = stuk.stem;
    uiting.rate = 0.95;
    if (nummer === rij.length - 1) uiting.addEventListener("end", () => zet(false));
    stem.speak(uiting);
  });
  zet(true);
}

if (knop && stem) {
  toon();
  stem.addEventListener?.("voiceschanged", toon);
  knop.addEventListener("click", () => {
    const bezig = knop.getAttribute("aria-pressed") === "true";
    stem.cancel();
    if (bezig) zet(false); else lees();
  });
  window.addEventListener("pagehide", () => stem.cancel());
}
