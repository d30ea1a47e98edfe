/* Says at the field that a file is too large, before a phone sends it for minutes. The site says it too. */
(function () {
  "use strict";
  document.querySelectorAll("input[type=file][data-max]").forEach((veld) => {
    const regel = document.createElement("div"), tekst = document.createElement("p");
    const beschrijving = veld.getAttribute("aria-describedby") || "";
    regel.className = "foutregel";
    regel.id = veld.id + "_tegroot";
    regel.setAttribute("role", "alert"); // stands there before it says anything, or nobody hears it
    regel.append(tekst);
    veld.before(regel);
    veld.addEventListener("change", () => {
      const teGroot = Array.from(veld.files).some((bestand) => bestand.size > Number(veld.dataset.max));
      if (teGroot) veld.value = "";
      tekst.textContent = teGroot ? veld.dataset.tegroot : "";
      veld.setAttribute("aria-invalid", String(teGroot));
      veld.setAttribute("aria-describedby", (teGroot ? regel.id + " " : "") + beschrijving);
    });
  });
})();
