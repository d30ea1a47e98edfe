// 'Snel weg': leaves at once, and 'back' does not come here again. The link does most of it without this file.
const weg = document.getElementById("snel-weg");
let escapes = 0;

function vertrek(gebeurtenis) {
  gebeurtenis.preventDefault();
  document.title = "…";
  location.replace(weg.href);
}

if (weg) {
  weg.addEventListener("click", vertrek);
  document.addEventListener("keydown", (toets) => {
    escapes = toets.key === "Escape" ? escapes + 1 : 0;
    if (escapes > 1) vertrek(toets);
  });
}
