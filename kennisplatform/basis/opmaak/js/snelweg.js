// 'Snel weg': leaves at once, and 'back' does not come here again. The link does most of it without this file.
// Whoever reads on from here takes no trail along either: the next page stands in the place of this one.
const weg = document.getElementById("snel-weg");
let escapes = 0;

function vertrek(gebeurtenis) {
  gebeurtenis.preventDefault();
  document.title = "…";
  location.replace(weg.href);
}

function leesVerder(klik) {
  const naar = klik.target.closest("a[href]");
  const gewoon = !klik.defaultPrevented && klik.button === 0 && !klik.ctrlKey && !klik.metaKey && !klik.shiftKey;
  const hier = naar && naar.pathname === location.pathname && naar.search === location.search;
  if (!naar || !gewoon || hier || naar.target || naar.origin !== location.origin) return;
  klik.preventDefault();
  location.replace(naar.href);
}

function vraagVerder(gebeurtenis) {
  const formulier = gebeurtenis.target;
  if (gebeurtenis.defaultPrevented || formulier.method !== "get") return;
  gebeurtenis.preventDefault();
  location.replace(`${formulier.action.split("?")[0]}?${new URLSearchParams(new FormData(formulier))}`);
}

if (weg) {
  document.getElementById("snel-weg-toets").hidden = false; // without this file the key does nothing
  sessionStorage.clear(); // the search page notes its own address there, question and all
  weg.addEventListener("click", vertrek);
  document.addEventListener("click", leesVerder);
  document.addEventListener("submit", vraagVerder); // the next question takes the place of this one too
  document.addEventListener("keydown", (toets) => {
    escapes = toets.key === "Escape" ? escapes + 1 : 0;
    if (escapes > 1) vertrek(toets);
  });
}
