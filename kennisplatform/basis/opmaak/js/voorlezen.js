// 'Lees voor' with the browser's own voice for the language of the page. No voice, no button: it stays hidden.
// A piece in another language is read in its own voice, and left out when there is none. Sentence by sentence: each is
// marked while it is read, long texts do not stop halfway, and another speed begins with the sentence that was read.
const knop = document.getElementById("voorlezen");
const tempo = document.getElementById("leestempo");
const stem = "speechSynthesis" in window ? window.speechSynthesis : null;
const namen = knop ? [knop.textContent.trim(), knop.dataset.stop] : [];
const tempi = tempo ? tempo.dataset.tempi.split("|") : [];
const SNELHEID = [0.95, 0.7, 1.3]; // as the names in data-tempi
let rij = [];
let plek = 0;
let beurt = 0;
let gang = 0;

function stemVoor(taal) {
  return stem.getVoices().find((een) => een.lang.toLowerCase().startsWith(taal));
}

function toon() {
  knop.hidden = !stemVoor(document.documentElement.lang);
}

function zet(leest) {
  knop.setAttribute("aria-pressed", String(leest));
  knop.textContent = namen[leest ? 1 : 0];
  tempo.hidden = !leest;
}

function tekstknopen(stuk) {
  const loper = document.createTreeWalker(stuk, NodeFilter.SHOW_TEXT, (knoop) =>
    knoop.parentElement.closest(".noot, .onzichtbaar") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const uit = [];
  for (let begin = 0; loper.nextNode(); begin += loper.currentNode.length) uit.push([loper.currentNode, begin]);
  return uit;
}

// The sentences of a piece, each with where it stands on the page.
function zinnenVan(stuk) {
  const taal = stuk.closest("[lang]").lang;
  const knopen = tekstknopen(stuk);
  const tekst = knopen.map(([knoop]) => knoop.data).join("");
  const delen = "Segmenter" in Intl
    ? new Intl.Segmenter(taal, { granularity: "sentence" }).segment(tekst)
    : [{ segment: tekst, index: 0 }];
  const op = (plaats) => knopen.filter(([, begin]) => begin <= plaats).pop();
  return Array.from(delen, (deel) => {
    const kaal = deel.segment.replace(/^[\s·]+|[\s·]+$/g, ""); // a dot between two things is no word
    const van = deel.index + deel.segment.indexOf(kaal);
    return { tekst: kaal.replace(/\s+/g, " "), van, tot: van + kaal.length, stuk, op, stem: stemVoor(taal) };
  }).filter((zin) => zin.tekst && zin.stem);
}

function zinnen() {
  const stukken = document.querySelectorAll("main article :is(h1, h2, h3, p, li, dt, dd, th, td)");
  return [...stukken]
    .filter((stuk) => !stuk.closest("nav, .alleen-scherm, .alleen-druk, .noot, [aria-labelledby=bronnen]") && !stuk.querySelector("p, li"))
    .flatMap(zinnenVan);
}

function merk(zin) {
  document.querySelector(".gelezen")?.classList.remove("gelezen");
  if (window.Highlight) CSS.highlights.delete("gelezen");
  if (!zin) return;
  if (window.Highlight) {
    const bereik = new Range();
    const [eerste, begin] = zin.op(zin.van);
    const [laatste, einde] = zin.op(zin.tot - 1);
    bereik.setStart(eerste, zin.van - begin);
    bereik.setEnd(laatste, zin.tot - einde);
    CSS.highlights.set("gelezen", new Highlight(bereik));
  } else zin.stuk.classList.add("gelezen");
  zin.stuk.scrollIntoView({ block: "nearest" });
}

function stop() {
  beurt += 1; // what is broken off tells that it ended, too
  stem.cancel();
  merk(null);
}

function lees() {
  const zin = rij[plek];
  const mijn = beurt;
  merk(zin);
  if (!zin) return zet(false);
  const uiting = new SpeechSynthesisUtterance(zin.tekst);
  uiting.lang = zin.stem.lang;
  uiting.voice = zin.stem;
  uiting.rate = SNELHEID[gang];
  uiting.addEventListener("end", () => {
    if (mijn !== beurt) return;
    plek += 1;
    lees();
  });
  stem.speak(uiting);
  return zet(true);
}

if (knop && stem) {
  toon();
  stem.addEventListener?.("voiceschanged", toon);
  knop.addEventListener("click", () => {
    const bezig = knop.getAttribute("aria-pressed") === "true";
    stop();
    if (bezig) return zet(false);
    [rij, plek] = [zinnen(), 0];
    return lees();
  });
  tempo.addEventListener("click", () => {
    gang = (gang + 1) % SNELHEID.length;
    tempo.textContent = tempi[gang];
    stop();
    lees();
  });
  window.addEventListener("pagehide", stop);
}
