/* Tells the site which place of the results was chosen: the words, the place, nothing else. See the privacy page. */
(function () {
  "use strict";
  // Where being seen is dangerous the page takes the place of this one: 'back' does not come by the question again.
  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[data-stil]");
    if (!link || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey) { return; }
    e.preventDefault();
    location.replace(link.href);
  });
  if (!navigator.sendBeacon) { return; }
  document.querySelectorAll("ol.treffers[data-tel]").forEach((lijst) => lijst.addEventListener("click", (e) => {
    const link = e.target.closest("h2 a");
    if (!link) { return; }
    const inhoud = new FormData();
    inhoud.append("q", lijst.dataset.q);
    inhoud.append("taal", document.documentElement.lang);
    inhoud.append("plek", String(Array.from(lijst.children).indexOf(link.closest("li")) + Number(lijst.dataset.vanaf) + 1));
    navigator.sendBeacon(lijst.dataset.tel, inhoud);
  }));
})();
