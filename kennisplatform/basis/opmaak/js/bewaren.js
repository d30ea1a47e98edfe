// A reader keeps this page to read it without internet. Nothing else is kept, and taking the last one away leaves nothing.
const KIST = "bewaard";
const WERKER = "/bewaarder.js";
const LIJST = "/bewaard/";
const kan = "serviceWorker" in navigator && "caches" in window;

// A page with its style and pictures. One that says 'no-store' is never kept.
async function bewaar(adres) {
  const antwoord = await fetch(adres, { cache: "no-store" });
  const beleid = antwoord.headers.get("Cache-Control") || "";
  if (!antwoord.ok || beleid.includes("no-store")) return false;
  const html = await antwoord.text();
  const blad = new DOMParser().parseFromString(html, "text/html");
  const kist = await caches.open(KIST);
  const erbij = [...blad.querySelectorAll("link[rel=stylesheet], script[src*=bewaren], main img, header img")];
  const adressen = erbij.map((een) => new URL(een.getAttribute("href") || een.getAttribute("src"), location.origin).href);
  await Promise.all([...new Set(adressen)].map((een) => kist.add(een).catch(() => null)));
  const koppen = {
    "Content-Type": "text/html; charset=utf-8",
    "X-Bewaard": new Date().toISOString(),
    "X-Titel": encodeURIComponent(blad.querySelector("h1")?.textContent.trim() || blad.title),
  };
  await kist.put(adres, new Response(html, { headers: koppen }));
  return true;
}

async function paginas() {
  const kist = await caches.open(KIST);
  const uit = [];
  for (const vraag of await kist.keys()) {
    const antwoord = await kist.match(vraag);
    const pad = new URL(vraag.url).pathname;
    const op = antwoord.headers.get("X-Bewaard");
    if (op && pad !== LIJST) uit.push({ pad, op: new Date(op), titel: decodeURIComponent(antwoord.headers.get("X-Titel")) });
  }
  return uit;
}

async function vergeet(pad) {
  const kist = await caches.open(KIST);
  await kist.delete(pad);
  if ((await paginas()).length) return;
  await caches.delete(KIST);
  for (const een of await navigator.serviceWorker.getRegistrations()) await een.unregister();
}

async function toonKnop(knop) {
  const mijn = (await caches.has(KIST)) && (await paginas()).some((een) => een.pad === location.pathname);
  knop.hidden = false;
  knop.setAttribute("aria-pressed", String(mijn));
  knop.textContent = mijn ? knop.dataset.weg : knop.dataset.bewaar;
  document.getElementById("bewaard-link").hidden = !mijn;
  return mijn;
}

async function druk(knop) {
  knop.disabled = true;
  if (knop.getAttribute("aria-pressed") === "true") await vergeet(location.pathname);
  else {
    await navigator.serviceWorker.register(WERKER);
    await bewaar(LIJST);
    await bewaar(location.pathname);
  }
  knop.disabled = false;
  await toonKnop(knop);
}

async function toonLijst(lijst) {
  const rij = (await caches.has(KIST)) ? await paginas() : [];
  document.getElementById("niets-bewaard").hidden = rij.length > 0;
  lijst.replaceChildren(...rij.map(({ pad, op, titel }) => {
    const regel = document.createElement("li");
    const link = document.createElement("a");
    const weg = document.createElement("button");
    link.href = pad;
    link.textContent = titel;
    weg.className = "knop rustig smal";
    weg.type = "button";
    weg.textContent = lijst.dataset.weg;
    weg.setAttribute("aria-label", `${lijst.dataset.weg}: ${titel}`);
    weg.addEventListener("click", async () => {
      await vergeet(pad);
      await toonLijst(lijst);
    });
    const dag = op.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
    regel.append(link, ` · ${dag} `, weg);
    return regel;
  }));
}

const lijst = document.getElementById("bewaard");
if (lijst && !kan) document.getElementById("kan-niet-bewaren").hidden = false;
if (kan) {
  const knop = document.getElementById("bewaar");
  if (knop) {
    toonKnop(knop);
    knop.addEventListener("click", () => druk(knop));
  }
  if (lijst) toonLijst(lijst);
}
