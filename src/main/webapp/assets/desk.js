/* The circulation desk: one box that always has the focus. What is scanned stands in a line at once, is sent in its order, each with a number
   of its own, and is kept in this browser until the desk has answered: so it is never lost and never done twice. */
(function () {
  'use strict';
  const UNDO = 60000;
  const TURN_AWAY = 10000;
  const GONE = 120000;
  const PATIENCE = 10000;
  const LATE = 10000;
  const MOST_LINES = 100;
  /* Between two keys of a scanner; fingers are slower. */
  const SCANNER = 45;
  const SHORTEST = 4;
  /* Of the accessories of the newest line that has some: keys that no browser needs and no scanner sends. */
  const PART_KEYS = ['F2', 'F4', 'F7', 'F10'];
  const desk = document.getElementById('desk');
  const box = document.getElementById('scan');
  const log = document.getElementById('log');
  const panel = document.getElementById('patron');
  const nobody = document.getElementById('nobody');
  const said = document.getElementById('said');
  const trouble = document.getElementById('trouble');
  const dropDay = document.getElementById('returned-on');
  const sound = document.getElementById('sound');
  const words = desk.dataset;
  const KEPT = 'carrel-desk-' + words.account + '-' + words.site;
  const SOUND = 'carrel-desk-sound';
  /* A class, name by name; null where none is open. */
  const roster = document.getElementById('class-list');
  const nextName = document.getElementById('next-name');
  const SAME = 1500;
  const lentTo = new Map();
  const lastScan = { text: '', at: 0 };

  /* What waits, oldest first, and who stands at the desk where the oldest begins. */
  const kept = restore();
  let patron = kept.patron;
  const queue = kept.queue;
  const lines = new Map();
  let busy = false;
  let paused = false;
  let wake = null;
  let shownPatron = 0;
  let lastAct = Date.now();

  function restore() {
    try {
      const found = JSON.parse(localStorage.getItem(KEPT));
      if (found && Array.isArray(found.queue)) return { patron: found.patron || 0, queue: found.queue };
    } catch { /* nothing of ours */ }
    return { patron: 0, queue: [] };
  }

  function keep() {
    try {
      if (queue.length === 0) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, JSON.stringify({ patron, queue }));
    } catch { /* a full disk: the page itself still has it */ }
  }

  /* A number that nobody else makes, also where the page is not on a secure address. */
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

  function fill(pattern, value) {
    return pattern.replace('{0}', value);
  }

  function clock(time) {
    return new Date(time).toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
  }

  /* ---- what waits ---- */

  function add(entry) {
    const full = Object.assign({ id: number(), at: Date.now(), returnedOn: dropDay.value }, entry);
    queue.push(full);
    keep();
    if (full.text !== undefined) line(full);
    pump();
  }

  function scan(text) {
    const clean = text.trim();
    if (clean === '') return;
    lastAct = Date.now();
    unveil();
    if (roster && isSame(clean)) return;
    if (clean === 'DONE') done();
    else if (clean === 'UNDO' && undoLast()) return;
    else if (clean === 'SWAP' && words.swap && queue.length === 0) location.assign(words.swap);
    else if (clean === 'RENEW-ALL' && queue.length === 0 && patron !== 0 && shownPatron === patron) renewAll();
    else add({ text: clean });
  }

  /* What the scanner sends twice would go to the next name. */
  function isSame(text) {
    const same = text === lastScan.text && Date.now() - lastScan.at < SAME;
    Object.assign(lastScan, { text, at: Date.now() });
    return same;
  }

  function done() {
    add({ do: 'done' });
  }

  async function pump() {
    if (busy) return;
    busy = true;
    let wait = 1000;
    while (queue.length > 0 && !paused) {
      const entry = queue[0];
      if (entry.do === 'done') {
        queue.shift();
        stand(0);
        keep();
        continue;
      }
      const answer = await send(entry);
      if (answer === 'again') {
        tellWaiting();
        await sleep(wait);
        wait = Math.min(wait * 2, 15000);
        continue;
      }
      wait = 1000;
      quiet();
      queue.shift();
      show(entry, answer);
      keep();
    }
    busy = false;
    if (patron !== 0 && shownPatron !== patron && !paused) look();
  }

  /* Woken early when the network comes back. */
  function sleep(time) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      wake = () => { clearTimeout(timer); resolve(); };
    });
  }

  async function send(entry) {
    const body = new URLSearchParams({ request: entry.id, site: words.site, ago: String(Math.max(0, Date.now() - entry.at)) });
    const whose = entry.patron === undefined ? patron : entry.patron;
    if (whose) body.set('patron', String(whose));
    if (entry.text !== undefined) body.set('text', entry.text);
    if (entry.do) body.set('do', entry.do);
    if (entry.number) body.set('number', String(entry.number));
    if (entry.saidBy) body.set('said-by', entry.saidBy);
    if (entry.do === 'part') body.set('on', entry.on ? '1' : '0');
    if (entry.undone) body.set('undone', entry.undone);
    if (entry.returnedOn) body.set('returned-on', entry.returnedOn);
    if (entry.reason) body.set('reason', entry.reason);
    (entry.lift || []).forEach((block) => body.append('lift', block));
    try {
      const answer = await fetch(words.scan, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE), cache: 'no-store' });
      if (answer.ok && (answer.headers.get('content-type') || '').startsWith('application/json')) return await answer.json();
      if (answer.status === 401) return again(words.signedOut, words.signIn);
      if (answer.status === 423) return again(words.locked, location.href);
      if (answer.status >= 500 || answer.status === 429 || answer.ok) return again(words.offline, '');
      return { act: 'FAILED', tone: 'stop', head: words.failed, what: entry.text || '', say: [], actions: [], choices: [] };
    } catch {
      return again(words.offline, '');
    }
  }

  /* This page again leads to the lock when the desk is locked, and back. */
  function again(why, way) {
    const link = document.getElementById('trouble-link');
    document.getElementById('trouble-text').textContent = why;
    link.hidden = way === '';
    if (way) link.href = way;
    trouble.hidden = false;
    return 'again';
  }

  function tellWaiting() {
    const waiting = queue.filter((entry) => entry.do !== 'done').length;
    document.getElementById('trouble-text').textContent = document.getElementById('trouble-text').textContent.split(' · ')[0] + ' · ' + fill(words.waiting, waiting);
  }

  function quiet() {
    trouble.hidden = true;
  }

  /* ---- what was said ---- */

  function line(entry) {
    const made = element('li', 'waiting');
    made.id = 'line-' + entry.id;
    const text = element('div', 'grow');
    text.append(element('b', '', words.scanned), ' ', element('span', 'private', entry.text));
    made.append(text, element('span', 'small soft', clock(entry.at)));
    lines.set(entry.id, made);
    log.prepend(made);
    document.getElementById('no-lines').hidden = true;
    while (log.children.length > MOST_LINES) log.lastElementChild.remove();
    return made;
  }

  function show(entry, answer) {
    const isLate = Date.now() - entry.at > LATE;
    if (entry.do === 'part') {
      ticked(entry, answer);
      return;
    }
    if (answer.patron) stand(answer.patron);
    if (answer.go && words.swap) location.assign(words.swap);
    if (answer.done) stand(0);
    draw(entry, answer);
    tell(answer);
    if (roster) ofClass(entry, answer);
    if (answer.act === 'UNDONE') undone(entry.undone);
    if (['CHECKED_OUT', 'RETURNED', 'RENEWED', 'RENEWED_ALL', 'UNDONE', 'ASSIGNMENT_ENDED', 'MARKED_LOST', 'CLAIMED', 'DAMAGED'].includes(answer.act)) shownPatron = 0;
    if (answer.act === 'CHOOSE_PERSON' || (isLate && answer.act === 'UNKNOWN' && queue.length > 0)) {
      paused = true;
      stand(0);
    }
  }

  /* ---- a class ---- */

  function pupil(id) {
    return roster.querySelector('button[data-patron="' + id + '"]');
  }

  function ofClass(entry, answer) {
    const whose = entry.patron === undefined ? patron : entry.patron;
    const made = document.getElementById('line-' + entry.id);
    if (made) made.dataset.whose = String(whose);
    hide(whose, made);
    if (answer.act === 'CHECKED_OUT' && pupil(whose)) {
      lentTo.set(entry.id, whose);
      count(pupil(whose), 1);
      if (nextName.checked && whose === patron) next();
    }
    if (answer.act === 'UNDONE' && lentTo.has(entry.undone)) {
      const back = lentTo.get(entry.undone);
      lentTo.delete(entry.undone);
      count(pupil(back), -1);
      stand(back);
    }
  }

  function count(button, more) {
    const tag = button.querySelector('.tag');
    const now = Number(tag.textContent || 0) + more;
    tag.textContent = now === 0 ? '' : String(now);
    tag.hidden = now === 0;
  }

  /* The last one stays: after it somebody looks whether all is done. */
  function next() {
    const item = pupil(patron).closest('li').nextElementSibling;
    if (item) stand(Number(item.querySelector('button').dataset.patron));
  }

  /* What one child takes is not read by the next; what was refused stays until somebody has seen to it. */
  function hide(id, keep) {
    log.querySelectorAll('li[data-whose]').forEach((line) => {
      if (line !== keep && line.dataset.whose !== String(id) && line.dataset.act !== 'REFUSED') line.classList.add('past');
    });
  }

  function turnedTo(id) {
    roster.querySelectorAll('button').forEach((button) => button.removeAttribute('aria-current'));
    const button = pupil(id);
    if (button) {
      button.setAttribute('aria-current', 'true');
      button.scrollIntoView({ block: 'nearest' });
    }
    hide(id, log.firstElementChild);
  }

  function tell(answer) {
    said.textContent = '';
    said.textContent = [answer.head, answer.what, ...answer.say].filter(Boolean).join('. ');
    beep(answer.tone);
    lastAct = Date.now();
  }

  function draw(entry, answer) {
    const made = lines.get(entry.id) || line(entry);
    lines.delete(entry.id);
    made.className = answer.tone;
    made.dataset.act = answer.act;
    const text = element('div', 'grow');
    const head = element('b', 'head', answer.head);
    text.append(head);
    if (answer.what) {
      const what = element('b', 'what private', answer.what);
      what.dir = 'auto';
      text.append(' ', what);
    }
    answer.say.forEach((sentence) => {
      const part = element('span', 'say small private', sentence);
      part.dir = 'auto';
      text.append(part);
    });
    if (answer.choices.length > 0) text.append(choices(answer.choices, made));
    if (answer.parts && answer.parts.length > 0) text.append(parts(answer.parts));
    const buttons = element('div', 'line-buttons');
    answer.actions.forEach((action) => buttons.append(actionButton(action, made)));
    if (answer.undo) buttons.append(undoButton(answer.undo, entry, answer));
    if (paused || (answer.act === 'UNKNOWN' && queue.length > 0)) buttons.append(goOnButton());
    made.replaceChildren(text, buttons, element('span', 'small soft time', clock(entry.at)));
  }

  function choices(all, made) {
    const list = element('ul', 'choose');
    all.forEach((choice) => {
      const button = element('button', '', '');
      button.type = 'button';
      button.append(element('b', 'private', choice.name), ' ', element('span', 'small private', choice.about));
      button.addEventListener('click', () => {
        made.querySelectorAll('button').forEach((other) => { other.disabled = true; });
        first({ do: choice.do, number: choice.number });
      });
      const item = element('li');
      item.append(button);
      list.append(item);
    });
    return list;
  }

  /* ---- what goes with a device: all is ticked, one key for each that is not there ---- */

  function parts(all) {
    const list = element('span', 'parts');
    all.forEach((part, at) => {
      const button = element('button', 'part');
      button.type = 'button';
      button.dataset.part = part.id;
      button.setAttribute('aria-pressed', String(part.on));
      button.append(element('span', '', part.name));
      if (PART_KEYS[at]) button.append(' ', element('kbd', '', PART_KEYS[at]));
      button.addEventListener('click', () => tick(button));
      list.append(button);
    });
    return list;
  }

  /* Shown at once; what the desk says to it comes after what waits before it. */
  function tick(button) {
    if (button.disabled) return;
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    add({ do: 'part', number: Number(button.dataset.part), on });
    box.focus();
  }

  function ticked(entry, answer) {
    tell(answer);
    const number = answer.part ? answer.part.id : entry.number;
    const button = log.querySelector('button.part[data-part="' + number + '"]');
    if (!button) return;
    if (answer.part) button.setAttribute('aria-pressed', String(answer.part.on));
    const made = button.closest('.grow');
    const said = made.querySelector('.part-said') || made.appendChild(element('span', 'part-said say small'));
    said.textContent = answer.head;
    said.classList.toggle('is-late', answer.tone !== 'ok');
  }

  function tickKey(key) {
    const line = Array.from(log.children).find((each) => each.querySelector('button.part:not([disabled])'));
    const button = line && line.querySelectorAll('button.part')[PART_KEYS.indexOf(key)];
    if (button) tick(button);
    return Boolean(button);
  }

  /* What was asked for is answered before what was scanned after it. */
  function first(entry) {
    paused = false;
    queue.unshift(Object.assign({ id: number(), at: Date.now(), returnedOn: dropDay.value }, entry));
    keep();
    pump();
    box.focus();
  }

  function goOnButton() {
    const button = element('button', 'go-on', words.goOn);
    button.type = 'button';
    button.addEventListener('click', () => { button.remove(); goOn(); });
    return button;
  }

  function goOn() {
    paused = false;
    pump();
    box.focus();
  }

  function actionButton(action, made) {
    const whose = patron;
    if (action.href) {
      const link = element('a', 'btn', action.name);
      link.href = action.href;
      link.target = 'carrel-sign';
      link.rel = 'noopener';
      return link;
    }
    const button = element('button', '', action.name);
    button.type = 'button';
    button.addEventListener('click', () => {
      if (action.reason) askWhy(action, button, whose);
      else {
        finish(made);
        first({ do: action.do, number: action.number, lift: action.lift, patron: whose });
      }
    });
    return button;
  }

  function finish(made) {
    made.querySelectorAll('.line-buttons button, .why').forEach((part) => part.remove());
  }

  function askWhy(action, button, whose) {
    const made = button.closest('li');
    const form = element('form', 'why');
    const label = element('label', '', words.reason);
    const field = element('input');
    field.type = 'text';
    field.id = 'why-' + number();
    field.maxLength = 500;
    field.required = true;
    field.autocomplete = 'off';
    label.htmlFor = field.id;
    const go = element('button', 'primary', words.lift);
    go.type = 'submit';
    form.append(label, field, go);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (field.value.trim() === '') return;
      finish(made);
      first({ do: action.do, number: action.number, lift: action.lift, reason: field.value.trim(), patron: whose });
    });
    button.remove();
    made.querySelector('.grow').append(form);
    field.focus();
  }

  function undoButton(id, entry, answer) {
    const button = element('button', 'undo', words.undo);
    button.type = 'button';
    button.dataset.undo = id;
    button.append(element('span', 'hidden private', ' ' + answer.head + ' ' + answer.what));
    button.addEventListener('click', () => undo(button));
    setTimeout(() => button.remove(), Math.max(0, UNDO - (Date.now() - entry.at)));
    return button;
  }

  function undo(button) {
    button.disabled = true;
    add({ do: 'undo', undone: button.dataset.undo });
    box.focus();
  }

  function undoLast() {
    const button = log.querySelector('button.undo:not([disabled])');
    if (button) undo(button);
    return Boolean(button);
  }

  function undone(id) {
    const button = log.querySelector('button.undo[data-undo="' + id + '"]');
    if (!button) return;
    button.closest('li').classList.add('undone');
    button.closest('li').querySelectorAll('button.part').forEach((part) => { part.disabled = true; });
    button.remove();
  }

  /* ---- who stands there ---- */

  function stand(id) {
    if (id !== patron || id === 0) shownPatron = 0;
    if (roster && id !== patron) turnedTo(id);
    patron = id;
    nobody.hidden = id !== 0;
    if (id === 0) {
      panel.hidden = true;
      panel.replaceChildren();
    }
  }

  async function look() {
    const whose = patron;
    shownPatron = whose;
    if (roster) return;
    try {
      const answer = await fetch(words.patron + whose + '?site=' + encodeURIComponent(words.site), { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = await answer.text();
      if (whose !== patron) return;
      panel.innerHTML = html;
      panel.hidden = false;
      panel.querySelectorAll('button.renew').forEach((button) => button.addEventListener('click', () => renew(button)));
      panel.querySelectorAll('button.lost').forEach((button) => button.addEventListener('click', () => lost(button)));
      panel.querySelectorAll('button.claim').forEach((button) => button.addEventListener('click', () => claim(button)));
      const all = document.getElementById('renew-all');
      if (all) all.addEventListener('click', () => { renewAll(); box.focus(); });
      document.getElementById('done').addEventListener('click', () => { done(); box.focus(); });
    } catch {
      if (whose !== patron) return;
      panel.hidden = false;
      panel.replaceChildren(element('p', 'notice', words.stale));
      shownPatron = whose;
    }
  }

  function renew(button) {
    button.disabled = true;
    add({ do: 'renew', number: Number(button.dataset.loan) });
    box.focus();
  }

  /* Asked once more: it costs money. */
  function lost(button) {
    if (button.dataset.sure) {
      button.disabled = true;
      add({ do: 'lost', number: Number(button.dataset.loan) });
      box.focus();
      return;
    }
    button.dataset.sure = 'yes';
    button.firstChild.textContent = words.sure;
    setTimeout(() => { delete button.dataset.sure; button.firstChild.textContent = words.lost; }, 5000);
  }

  /* Two buttons in a fold of the row: whoever opens it and presses one means it. */
  function claim(button) {
    const fold = button.closest('details');
    fold.querySelectorAll('button').forEach((other) => { other.disabled = true; });
    add({ do: button.dataset.claim, number: Number(button.dataset.loan), saidBy: fold.querySelector('.said-by').value.trim() });
    box.focus();
  }

  function renewAll() {
    panel.querySelectorAll('button.renew:not([disabled])').forEach(renew);
  }

  /* ---- turning away ---- */

  function unveil() {
    document.body.classList.remove('veiled');
  }

  setInterval(() => {
    const since = Date.now() - lastAct;
    if (since > TURN_AWAY) document.body.classList.add('veiled');
    if (since > GONE && patron !== 0 && queue.length === 0 && !roster) done();
  }, 500);
  ['keydown', 'pointerdown', 'pointermove'].forEach((kind) => document.addEventListener(kind, () => { lastAct = Date.now(); unveil(); }, true));

  /* ---- keys, scanners, focus ---- */

  function isField(target) {
    return target.matches('input, textarea, select');
  }

  const typed = { text: '', last: 0, field: null, before: '' };

  /* What a scanner types into another field is not for that field. */
  function scannedElsewhere(event) {
    const field = event.target;
    if (field === box || !isField(field)) return false;
    const fast = event.timeStamp - typed.last < SCANNER && typed.field === field;
    if (event.key === 'Enter') {
      const isScan = fast && typed.text.length >= SHORTEST;
      if (isScan) {
        event.preventDefault();
        event.stopImmediatePropagation();
        field.value = typed.before;
        const text = typed.text;
        typed.text = '';
        box.focus();
        scan(text);
      }
      typed.field = null;
      return isScan;
    }
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (!fast) Object.assign(typed, { text: '', field, before: field.value });
    typed.text += event.key;
    typed.last = event.timeStamp;
    return false;
  }

  document.addEventListener('keydown', (event) => {
    if (scannedElsewhere(event)) return;
    const elsewhere = event.target !== box && isField(event.target);
    if (event.key === 'Escape') {
      event.preventDefault();
      if (paused) goOn();
      else if (box.value !== '') box.value = '';
      else done();
      box.focus();
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      if (elsewhere || box.value !== '') return;
      event.preventDefault();
      undoLast();
    } else if (PART_KEYS.includes(event.key) && tickKey(event.key)) {
      event.preventDefault();
    } else if (event.key === 'F8') {
      event.preventDefault();
      if (words.swap && queue.length === 0) location.assign(words.swap);
    } else if (event.key === 'F9') {
      event.preventDefault();
      renewAll();
    } else if (!elsewhere && event.target !== box && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      box.focus();
    }
  }, true);

  document.getElementById('scan-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value;
    box.value = '';
    box.focus();
    scan(text);
  });

  document.addEventListener('click', (event) => {
    if (!event.target.closest('a, button, input, select, textarea, label, summary') && String(getSelection()) === '') box.focus();
  });
  window.addEventListener('focus', () => { if (document.activeElement === document.body) box.focus(); });

  /* ---- the book drop, for this visit of the page only ---- */

  function dropChanged() {
    const day = dropDay.value;
    document.getElementById('dropped').hidden = day === '';
    document.getElementById('dropped-day').textContent = day === '' ? '' : new Date(day + 'T12:00').toLocaleDateString(document.documentElement.lang, { weekday: 'long', month: 'long', day: 'numeric' });
  }

  dropDay.addEventListener('change', dropChanged);
  document.getElementById('drop-off').addEventListener('click', () => { dropDay.value = ''; dropChanged(); box.focus(); });
  window.addEventListener('pageshow', () => { dropDay.value = ''; dropChanged(); box.value = ''; box.focus(); });

  /* ---- sounds: done, look, refused ---- */

  let speaker = null;

  function beep(tone) {
    if (!sound.checked) return;
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

  sound.checked = localStorage.getItem(SOUND) !== 'off';
  sound.addEventListener('change', () => { localStorage.setItem(SOUND, sound.checked ? 'on' : 'off'); box.focus(); });

  /* ---- begin ---- */

  window.addEventListener('online', () => { if (wake) wake(); });
  if (Object.keys(localStorage).some((key) => key.startsWith('carrel-desk-') && key !== KEPT && key !== SOUND)) {
    document.getElementById('trouble-text').textContent = words.others;
    trouble.hidden = false;
  }
  queue.filter((entry) => entry.text !== undefined).forEach(line);
  if (roster) {
    const first = pupil(patron) || roster.querySelector('button');
    roster.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button) stand(Number(button.dataset.patron));
      box.focus();
    });
    if (queue.length > 0) turnedTo(patron);
    else if (first) {
      patron = 0;
      stand(Number(first.dataset.patron));
    }
  } else if (patron !== 0) stand(patron);
  pump();
  box.focus();
})();
