// A day in the admin: what is typed is shown back in words when it can be read, and is left as it is when it can't.
// The server reads the same ways of writing (basis/datums.py) and says at the field what it can't read.
(() => {
  "use strict";
  const MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december"];
  const twee = (n) => String(n).padStart(2, "0");

  function maand(naam) {
    if (naam === "mrt") return 3;
    if (naam === "sept") return 9;
    return MAANDEN.findIndex((m) => m === naam || (naam.length === 3 && m.startsWith(naam))) + 1;
  }

  function dag(tekst) {
    const kaal = tekst.toLowerCase().trim().replace(/\s+/g, " ").replace(/^(ma|di|wo|do|vr|za|zo)(\.|\s|[a-z]*dag\b)\s*,?\s*/, "");
    let delen = kaal.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
    let [j, m, d] = delen ? [+delen[1], +delen[2], +delen[3]] : [0, 0, 0];
    if (!delen) {
      delen = kaal.match(/^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/);
      if (delen) [d, m, j] = [+delen[1], +delen[2], +delen[3]];
    }
    if (!delen) {
      delen = kaal.match(/^(\d{1,2})e?[-/. ]*([a-z]+)[-/. ']*(\d{4}|\d{2})$/);
      if (delen) [d, m, j] = [+delen[1], maand(delen[2]), +delen[3]];
    }
    if (!delen) return null;
    if (j < 100) j += 2000;
    const bestaat = new Date(Date.UTC(j, m - 1, d));
    return m && bestaat.getUTCDate() === d && bestaat.getUTCMonth() === m - 1 ? { j, m, d } : null;
  }

  function moment(tekst) {
    const kaal = tekst.toLowerCase().trim().replace(/\s+/g, " ");
    const delen = kaal.match(/^(.+?)(?:\s*,|\s+om|\s+|t)\s*(\d{1,2})(?:[:.u](\d{2})(?::\d{2})?\s*(?:u|uur)?|\s*(?:u|uur))$/);
    const dagdeel = dag(delen ? delen[1] : kaal);
    const [u, min] = delen ? [+delen[2], +(delen[3] || 0)] : [0, 0];
    return dagdeel && u < 24 && min < 60 ? { ...dagdeel, tijd: `${twee(u)}:${twee(min)}` } : null;
  }

  const lees = (veld) => (veld.dataset.dag === "moment" ? moment(veld.value) : dag(veld.value));
  const woorden = (x) => `${x.d} ${MAANDEN[x.m - 1]} ${x.j}${x.tijd ? ` ${x.tijd}` : ""}`;
  const cijfers = (x) => `${x.j}-${twee(x.m)}-${twee(x.d)}`;

  function zet(veld, tekst) {
    if (veld.value === tekst) return;
    veld.value = tekst;
    veld.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("change", (e) => {
    const veld = e.target;
    if (veld.matches?.("input[data-dag]")) {
      const gelezen = lees(veld);
      veld.setAttribute("aria-invalid", String(Boolean(veld.value.trim()) && !gelezen));
      if (gelezen) zet(veld, veld.dataset.dag === "cijfers" ? cijfers(gelezen) : woorden(gelezen));
    } else if (veld.matches?.(".daginvoer__kalender") && veld.value) {
      const tekst = veld.parentElement.querySelector("input[data-dag]");
      const [j, m, d] = veld.value.split("-").map(Number);
      const tijd = tekst.dataset.dag === "moment" ? (moment(tekst.value)?.tijd || "00:00") : "";
      zet(tekst, woorden({ j, m, d, tijd }));
      tekst.setAttribute("aria-invalid", "false");
      tekst.focus();
    }
  });

  document.addEventListener("click", (e) => {
    const knop = e.target.closest?.(".daginvoer__knop");
    if (!knop) return;
    const kalender = knop.parentElement.querySelector(".daginvoer__kalender");
    const gelezen = lees(knop.parentElement.querySelector("input[data-dag]"));
    kalender.value = gelezen ? cijfers(gelezen) : "";
    kalender.showPicker();
  });
})();
