// Rows of the MARC editor by keyboard: Enter begins a row below, Ctrl+Delete takes one away, Alt and an arrow moves it. The buttons of a
// row do the same without this file, by way of the server.
'use strict';

const rows = document.getElementById('rows');

function fit(area) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

function cells(row) {
  return [...row.querySelectorAll('input:not([type=hidden]), textarea')];
}

function begin(row) {
  const made = row.cloneNode(true);
  made.querySelectorAll('.wrong').forEach((each) => each.remove());
  made.querySelector('.marc-doubts').replaceChildren();
  made.querySelectorAll('.marc-name, .fixed-field').forEach((each) => each.remove());
  made.querySelectorAll('input, textarea').forEach((each) => {
    each.value = '';
    each.removeAttribute('id');
    each.removeAttribute('autofocus');
  });
  const indicators = made.querySelectorAll('input[name=ind1], input[name=ind2]');
  if ([...indicators].some((each) => each.type === 'hidden')) {
    const model = rows.querySelector('.marc-ind');
    indicators.forEach((each) => {
      each.type = 'text';
      each.className = 'marc-ind';
      each.size = 1;
      each.maxLength = 8;
      if (model) each.setAttribute('aria-label', rows.querySelector(`.marc-ind[name=${each.name}]`).getAttribute('aria-label'));
    });
  }
  row.after(made);
  renumber();
  made.querySelector('.marc-tag').focus();
}

function remove(row) {
  const next = row.nextElementSibling || row.previousElementSibling;
  if (!next) return;
  row.remove();
  renumber();
  next.querySelector('.marc-tag').focus();
}

function move(row, up) {
  const beside = up ? row.previousElementSibling : row.nextElementSibling;
  if (!beside) return;
  const active = document.activeElement;
  if (up) beside.before(row);
  else beside.after(row);
  renumber();
  if (active instanceof HTMLElement) active.focus();
}

// What a row sends says which one it is by its place; its buttons say it by number.
function renumber() {
  [...rows.children].forEach((row, at) => {
    row.dataset.row = at;
    row.querySelectorAll('.marc-buttons button').forEach((button) => {
      button.value = `${button.value.split('-')[0]}-${at}`;
    });
  });
}

function act(row, what) {
  if (what === 'add') begin(row);
  if (what === 'remove') remove(row);
  if (what === 'up' || what === 'down') move(row, what === 'up');
}

// What is chosen for a position stands in the text at once, as a button does it without this file.
document.querySelectorAll('.fixed-field').forEach((field) => {
  const text = field.dataset.row === 'leader' ? document.getElementById('leader') : field.closest('.marc-row').querySelector('.marc-data');
  field.querySelector('button').hidden = true;
  field.addEventListener('change', (event) => {
    const list = event.target;
    if (!(list instanceof HTMLSelectElement)) return;
    const start = Number(list.dataset.start);
    const end = Number(list.dataset.end);
    const before = text.value.padEnd(end, ' ');
    text.value = before.slice(0, start) + list.value.padEnd(end - start, ' ') + before.slice(end);
    text.dispatchEvent(new Event('input', { bubbles: true }));
  });
});

// Letters that the keyboard does not have go to where one has typed last.
const letters = document.getElementById('letters');
let typed = null;

function put(text) {
  const field = typed && typed.isConnected ? typed : rows.querySelector('.marc-data');
  if (!field) return;
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

if (letters && rows) {
  letters.hidden = false;
  rows.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLTextAreaElement) typed = event.target;
  });
  letters.addEventListener('click', (event) => {
    const key = event.target instanceof Element ? event.target.closest('button[data-text]') : null;
    if (key) put(key.dataset.text);
  });
}

let waiting = 0;
let asked = 0;

function told(list, sentences) {
  const now = sentences || [];
  if (list.children.length === now.length && now.every((text, at) => list.children[at].textContent === text)) return;
  list.replaceChildren(...now.map((text) => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  }));
}

// What is to be looked at, a moment after the last key. Only the newest answer counts.
async function check() {
  const form = document.getElementById('marc');
  asked += 1;
  const number = asked;
  try {
    const answer = await fetch(form.dataset.check, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok || number !== asked) return;
    const found = await answer.json();
    told(document.getElementById('doubts'), found['-1']);
    [...rows.children].forEach((row, at) => told(row.querySelector('.marc-doubts'), found[at]));
  } catch {
    // Away from the server nothing is checked; storing says what stands against it.
  }
}

if (rows) {
  document.getElementById('marc').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 500);
  });
  rows.querySelectorAll('textarea').forEach(fit);
  rows.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) fit(event.target);
  });
  rows.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('.marc-buttons button') : null;
    const what = button ? button.value.split('-')[0] : 'script';
    // What is linked with what the server knows.
    if (what === 'script') return;
    event.preventDefault();
    act(button.closest('.marc-row'), what);
  });
  rows.addEventListener('keydown', (event) => {
    const row = event.target instanceof Element ? event.target.closest('.marc-row') : null;
    if (!row || event.isComposing || event.target instanceof HTMLButtonElement) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      document.getElementById('save').click();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      begin(row);
    } else if (event.key === 'Delete' && event.ctrlKey) {
      event.preventDefault();
      remove(row);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(row, event.key === 'ArrowUp');
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const at = cells(row).indexOf(event.target);
      const area = event.target;
      const beside = event.key === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling;
      if (!beside || (area instanceof HTMLTextAreaElement && area.value.length > 60)) return;
      event.preventDefault();
      const there = cells(beside);
      there[Math.min(at, there.length - 1)].focus();
    }
  });
  const last = document.getElementById('add-last');
  last.addEventListener('click', (event) => {
    if (rows.lastElementChild === null) return;
    event.preventDefault();
    begin(rows.lastElementChild);
  });
}
