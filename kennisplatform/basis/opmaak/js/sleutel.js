// A passkey that failed or was cancelled is told on the page; allauth only writes it to the console.
document.addEventListener("allauth.error", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  for (const melding of document.querySelectorAll(".sleutelfout")) melding.hidden = false;
});
