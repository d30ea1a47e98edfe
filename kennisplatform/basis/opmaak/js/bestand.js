/* Says at the field that a file is too large, before a phone sends it for minutes. The site says it too. */
(function () {
  "use strict";
  document.querySelectorAll("input[type=file][data-max]").forEach((veld) => {
    veld.addEventListener("change", () => {
      const teGroot = Array.from(veld.files).some((bestand) => bestand.size > Number(veld.dataset.max));
      veld.setCustomValidity(teGroot ? veld.dataset.tegroot : "");
      if (teGroot) { veld.reportValidity(); veld.value = ""; veld.setCustomValidity(""); }
    });
  });
})();
