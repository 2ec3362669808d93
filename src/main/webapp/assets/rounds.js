/* Rounds of scanning: a cart that comes in, a collection at the end of a year. What is scanned stands in a line at once, is sent in its order, each
   with a number of its own, and is kept in this browser until it was answered: so it is never lost and never done twice. */
(function () {
  'use strict';
  const round = document.getElementById('round');
  if (!round) return;
  const form = document.getElementById('scan-form');
  const box = document.getElementById('scan');
  const log = document.getElementById('log');
  const said = document.getElementById('said');
  const trouble = document.getElementById('trouble');
  const words = round.dataset;
  const KEPT = 'carrel-round-' + words.key;
  const PATIENCE = 10000;
  const MOST_LINES = 300;
  const lines = new Map();
  const queue = restore();
  let busy = false;
  let wake = null;
  /* The line of what was scanned last, answered or not. */
  let newest = null;

  function restore() {
    try {
      const found = JSON.parse(localStorage.getItem(KEPT));
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  }

  function keep() {
    try {
      if (queue.length === 0) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, JSON.stringify(queue));
    } catch { /* a full disk: the page itself still has it */ }
  }

  function number() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function add(entry) {
    queue.push(Object.assign({ id: number(), at: Date.now() }, entry));
    keep();
    if (entry.text !== undefined) line(queue[queue.length - 1]);
    pump();
  }

  function line(entry) {
    const made = element('li', 'waiting');
    made.id = 'line-' + entry.id;
    newest = made;
    made.append(element('div', 'grow', entry.text));
    lines.set(entry.id, made);
    log.prepend(made);
    while (log.children.length > MOST_LINES) log.lastElementChild.remove();
    return made;
  }

  async function pump() {
    if (busy) return;
    busy = true;
    let wait = 1000;
    while (queue.length > 0) {
      const entry = queue[0];
      const answer = await send(entry);
      if (answer === null) {
        await new Promise((resolve) => {
          const timer = setTimeout(resolve, wait);
          wake = () => { clearTimeout(timer); resolve(); };
        });
        wait = Math.min(wait * 2, 15000);
        continue;
      }
      wait = 1000;
      trouble.hidden = true;
      queue.shift();
      keep();
      show(entry, answer);
    }
    busy = false;
    round.dataset.idle = 'yes';
  }

  async function send(entry) {
    round.dataset.idle = 'no';
    const body = new URLSearchParams(new FormData(form));
    body.set('request', entry.id);
    body.set('ago', String(Math.max(0, Date.now() - entry.at)));
    body.set('text', entry.text || '');
    if (entry.do) body.set('do', entry.do);
    if (entry.number) body.set('number', String(entry.number));
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE), cache: 'no-store' });
      const json = (answer.headers.get('content-type') || '').startsWith('application/json');
      if (json) return await answer.json();
      if (answer.status === 401) return again(words.signedOut);
      if (answer.status === 423) return again(words.locked);
      if (answer.status >= 500 || answer.status === 429 || answer.ok) return again(words.offline);
      return { tone: 'stop', head: words.failed, what: entry.text || '', say: [] };
    } catch {
      return again(words.offline);
    }
  }

  function again(why) {
    document.getElementById('trouble-text').textContent = why;
    trouble.hidden = false;
    return null;
  }

  function show(entry, answer) {
    const made = entry.text === undefined ? document.getElementById(entry.line) : lines.get(entry.id) || line(entry);
    lines.delete(entry.id);
    if (made) draw(made, answer);
    beep(answer.tone);
    said.textContent = '';
    said.textContent = [answer.head, answer.what].concat(answer.say).filter(Boolean).join('. ');
    (answer.texts || []).forEach((one) => {
      const target = document.getElementById(one.id);
      if (target) target.textContent = one.text;
    });
    (answer.values || []).forEach((one) => {
      const target = document.getElementById(one.id);
      if (target) target.value = one.text;
    });
    (answer.gone || []).forEach((id) => {
      const target = document.getElementById(id);
      if (target) target.hidden = true;
      const tick = document.getElementById('absent-' + id);
      if (tick) { tick.checked = false; tick.disabled = true; }
    });
  }

  function draw(made, answer) {
    made.className = answer.tone;
    made.dataset.outcome = answer.outcome || '';
    const text = element('div', 'grow');
    const what = element('b', 'what', answer.what);
    what.dir = 'auto';
    text.append(element('b', 'head', answer.head), ' ', what);
    answer.say.forEach((sentence) => {
      const part = element('span', 'say small', sentence);
      part.dir = 'auto';
      text.append(part);
    });
    made.replaceChildren(text);
    if (!answer.offer) return;
    made.dataset.number = String(answer.offer.number);
    made.dataset.do = answer.offer.do;
    const button = element('button', '', answer.offer.name);
    button.type = 'button';
    button.addEventListener('click', () => { offered(made); box.focus(); });
    made.append(button);
    if (made.dataset.wanted) {
      delete made.dataset.wanted;
      offered(made);
    }
  }

  /* What can be said of a line: its charger is missing. Said before the line is answered, it waits for that. */
  function offered(made) {
    if (!made) return;
    if (made.dataset.number) add({ do: made.dataset.do, number: made.dataset.number, line: made.id });
    else if (lines.has(made.id.slice(5))) made.dataset.wanted = 'yes';
  }

  /* The sounds of the desk, where the page has them: who scans along a shelf does not look at the screen. */
  const sound = document.getElementById('sound');
  const SOUND = 'carrel-desk-sound';
  let speaker = null;

  function beep(tone) {
    if (!sound || !sound.checked) return;
    try {
      speaker = speaker || new AudioContext();
      const notes = { ok: [880], note: [660, 880], warn: [520, 520], stop: [220, 180] }[tone] || [660];
      notes.forEach((pitch, at) => {
        const voice = speaker.createOscillator();
        const loud = speaker.createGain();
        voice.frequency.value = pitch;
        loud.gain.value = 0.12;
        voice.connect(loud).connect(speaker.destination);
        voice.start(speaker.currentTime + at * 0.14);
        voice.stop(speaker.currentTime + at * 0.14 + 0.1);
      });
    } catch { /* no loudspeaker */ }
  }

  if (sound) {
    sound.checked = localStorage.getItem(SOUND) !== 'off';
    sound.addEventListener('change', () => { localStorage.setItem(SOUND, sound.checked ? 'on' : 'off'); box.focus(); });
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    box.value = '';
    box.focus();
    if (text !== '') add({ text });
  });

  document.addEventListener('keydown', (event) => {
    if (!['F8', 'F9'].includes(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const button = document.querySelector('[data-key="' + event.key + '"]');
    if (!button) return;
    event.preventDefault();
    if (button.dataset.offer) offered(newest);
    else pumped(() => button.click());
  });

  /* What was scanned before goes before. */
  function pumped(act) {
    if (queue.length === 0 && !busy) act();
    else setTimeout(() => pumped(act), 20);
  }

  document.querySelectorAll('[data-key]').forEach((button) => {
    if (button.dataset.offer) button.addEventListener('click', () => { offered(newest); box.focus(); });
  });
  window.addEventListener('online', () => { if (wake) wake(); });
  queue.filter((entry) => entry.text !== undefined).forEach(line);
  pump();
  box.focus();
}());
