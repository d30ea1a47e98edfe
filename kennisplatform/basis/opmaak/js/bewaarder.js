// Answers without internet with what a reader kept; keeps nothing by itself. Registered when somebody keeps a page.
const KIST = "bewaard";
const LIJST = "/bewaard/";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (gebeurtenis) => gebeurtenis.waitUntil(self.clients.claim()));

// A page that is gone, or may not be kept any more, is taken away here too.
async function vanHetNet(vraag) {
  const antwoord = await fetch(vraag);
  const beleid = antwoord.headers.get("Cache-Control") || "";
  if ([404, 410].includes(antwoord.status) || beleid.includes("no-store")) {
    const kist = await caches.open(KIST);
    await kist.delete(new URL(vraag.url).pathname);
  }
  return antwoord;
}

async function vanHier(vraag) {
  const kist = await caches.open(KIST);
  const pad = new URL(vraag.url).pathname;
  const antwoord = (await kist.match(pad)) || (await kist.match(LIJST));
  if (!antwoord) return Response.error();
  const op = new Date(antwoord.headers.get("X-Bewaard"));
  const dag = op.toLocaleDateString("nl", { day: "numeric", month: "long", year: "numeric" });
  const html = (await antwoord.text()).replace("<main ", `<p class="melding zonder-internet" lang="nl" dir="ltr">U leest dit zonder internet. Bewaard op ${dag}.</p><main `);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

self.addEventListener("fetch", (gebeurtenis) => {
  const vraag = gebeurtenis.request;
  if (vraag.method !== "GET" || new URL(vraag.url).origin !== location.origin) return;
  if (vraag.mode === "navigate") {
    gebeurtenis.respondWith(vanHetNet(vraag).catch(() => vanHier(vraag)));
  } else if (["style", "image", "script"].includes(vraag.destination)) {
    gebeurtenis.respondWith(fetch(vraag).catch(async () => (await caches.match(vraag)) || Response.error()));
  }
});
