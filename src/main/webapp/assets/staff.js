// Locks a desk that its person has left, and leaves nothing of its page behind. Without this file the server does it at the
// next request.
'use strict';

const lockForm = document.getElementById('lock-form');
const LAST = 'carrel-awake';
const PING = 60_000;
const LOOK = 1_000;

const hide = () => document.documentElement.classList.add('away');

// A page that is kept in memory for the way back must not be seen by the next person.
addEventListener('pagehide', hide);
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});

if (lockForm) {
  let seen = Date.now();
  let told = Date.now();
  let leaving = false;

  const lock = () => {
    if (leaving) return;
    leaving = true;
    hide();
    lockForm.requestSubmit();
  };
  // Several tabs are one desk.
  const elsewhere = () => {
    try {
      return Number(localStorage.getItem(LAST)) || 0;
    } catch {
      return 0;
    }
  };
  const keep = () => {
    try {
      localStorage.setItem(LAST, String(seen));
    } catch {
      // without a store each tab is a desk of its own
    }
  };
  const tell = async () => {
    told = Date.now();
    try {
      const answer = await fetch(lockForm.dataset.awake, {method: 'POST', cache: 'no-store'});
      if (answer.status === 423 || answer.status === 401) lock();
    } catch {
      // no network: the server counts for itself
    }
  };
  const awake = () => {
    seen = Date.now();
    keep();
    if (seen - told >= PING) tell();
  };
  const look = () => {
    if (Date.now() - Math.max(seen, elsewhere()) >= Number(lockForm.dataset.idle) * 1000) lock();
  };

  keep();
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'scroll'])
    addEventListener(kind, awake, {passive: true, capture: true});
  addEventListener('visibilitychange', look);
  lockForm.addEventListener('submit', () => {
    leaving = true;
    hide();
  });
  setInterval(look, LOOK);
}
