// Shows the sign anew. When the server does not answer, what was known stays, without the time of day, which would be wrong.
"use strict";
(function () {
  const sign = document.getElementById("sign");
  async function refresh() {
    try {
      const answer = await fetch(location.href, { cache: "no-store", redirect: "error" });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById("sign");
        if (fresh) {
          sign.lang = fresh.lang;
          document.documentElement.lang = fresh.lang;
          sign.replaceChildren(...Array.from(fresh.childNodes, (node) => document.importNode(node, true)));
          sign.dataset.shown = String(Number(sign.dataset.shown || "0") + 1);
          return;
        }
      }
    } catch (problem) {
      // The network is away: see below.
    }
    const time = document.getElementById("sign-time");
    if (time) time.textContent = "";
  }
  setInterval(refresh, Number(sign.dataset.seconds) * 1000);
})();
