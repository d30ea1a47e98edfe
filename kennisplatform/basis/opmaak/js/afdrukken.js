// A button that prints. Without this file it stays hidden, and the sentence beside it says how.
const druk = document.getElementById("afdrukken");

if (druk) {
  druk.hidden = false;
  druk.addEventListener("click", () => window.print());
}
