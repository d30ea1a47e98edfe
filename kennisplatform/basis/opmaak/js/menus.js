/* Small menus in a details element: Escape and a click elsewhere close them. Without this file they stay open until pressed. */
(function () {
  "use strict";
  const MENU = "details.wissel, details.doen";

  function sluit(behalve) {
    document.querySelectorAll(MENU).forEach(function (menu) {
      if (menu.open && menu !== behalve) { menu.open = false; }
    });
  }

  document.addEventListener("keydown", function (gebeurtenis) {
    if (gebeurtenis.key !== "Escape") { return; }
    const open = Array.from(document.querySelectorAll(MENU)).filter((menu) => menu.open);
    // The keyboard goes back to what opened the menu it was in; elsewhere it stays where it is.
    const eigen = open.find((menu) => menu.contains(document.activeElement));
    sluit(null);
    if (eigen) { eigen.querySelector("summary").focus(); }
  });

  document.addEventListener("click", function (gebeurtenis) {
    sluit(gebeurtenis.target.closest ? gebeurtenis.target.closest(MENU) : null);
  });
})();
