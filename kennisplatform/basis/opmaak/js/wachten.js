// A press while Wagtail keeps a form by itself waits for that, and after a press it keeps no more. Both at once made a
// page twice, or said that its own address was taken.
(() => {
  "use strict";

  const LANGST_MS = 15_000; // keeping may end without a word
  let bewaart = false;
  let gedrukt = null;
  let verstuurd = false;

  function verder() {
    bewaart = false;
    if (!gedrukt) return;
    const { form, knop } = gedrukt;
    gedrukt = null;
    if (knop?.name) {
      const keuze = document.createElement("input"); // the button says it is busy by now, and such a one is not sent
      Object.assign(keuze, { type: "hidden", name: knop.name, value: knop.value });
      form.append(keuze);
    }
    form.requestSubmit(); // to the address that the form has now
  }

  document.addEventListener("w-autosave:save", (gebeurtenis) => {
    if (verstuurd) gebeurtenis.preventDefault();
    bewaart = !gebeurtenis.defaultPrevented;
  });
  for (const einde of ["success", "error", "deactivated"]) document.addEventListener(`w-autosave:${einde}`, verder);

  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target;
    if (!bewaart || !form.matches("form[data-edit-form]") || gebeurtenis.submitter?.hasAttribute("formaction")) return;
    gebeurtenis.preventDefault();
    gebeurtenis.stopImmediatePropagation();
    gedrukt = { form, knop: gebeurtenis.submitter };
    setTimeout(verder, LANGST_MS);
  }, true);

  addEventListener("submit", (gebeurtenis) => { // last of all who hear it: the form really goes
    if (gebeurtenis.target.matches("form[data-edit-form]") && !gebeurtenis.defaultPrevented) verstuurd = true;
  });
  addEventListener("pageshow", () => { verstuurd = false; }); // back again, as it was left
})();
