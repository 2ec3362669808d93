// Keeps what somebody is writing for the incident log, every five seconds. The page does all it has to without this file.
'use strict';

const form = document.getElementById('incident');

if (form) {
  const kept = document.getElementById('kept');
  const written = () => {
    const data = new FormData(form);
    data.delete('request');
    return new URLSearchParams(data).toString();
  };
  let last = written();
  const keep = async () => {
    const now = written();
    if (now === last) return;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8'}, body: now, redirect: 'manual',
      });
      if (answer.status === 204) {
        last = now;
        kept.textContent = form.dataset.saved;
      } else {
        kept.textContent = answer.status === 422 ? await answer.text() : form.dataset.lost;
      }
    } catch {
      kept.textContent = form.dataset.lost;
    }
  };
  setInterval(keep, 5000);
}
