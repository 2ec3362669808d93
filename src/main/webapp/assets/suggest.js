/* Suggestions under the search box: the combobox of the WAI-ARIA Authoring Practices. Without this script the box just searches. */
(function () {
  'use strict';
  var box = document.getElementById('search-text');
  var list = document.getElementById('suggestions');
  if (!box || !list || !window.fetch) return;
  var status = document.getElementById('suggestions-status');
  var SHORTEST = 3;
  var PAUSE = 60;
  var asked = 0;
  var shown = 0;
  var active = -1;
  var timer;

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');

  function options() {
    return list.children;
  }

  function close() {
    list.hidden = true;
    active = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  function choose(at) {
    if (active >= 0 && options()[active]) options()[active].setAttribute('aria-selected', 'false');
    active = at;
    if (at < 0) {
      box.removeAttribute('aria-activedescendant');
      return;
    }
    options()[at].setAttribute('aria-selected', 'true');
    box.setAttribute('aria-activedescendant', options()[at].id);
  }

  function icon(name) {
    var from = document.querySelector('.search use').getAttribute('href').split('#')[0];
    var svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    var use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', from + '#' + name);
    svg.appendChild(use);
    return svg;
  }

  function option(each, at) {
    var line = document.createElement('li');
    line.id = 'suggestion-' + at;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', 'false');
    line.appendChild(icon({ TITLE: 'books', SERIES: 'filter', AUTHOR: 'lives', TOPIC: 'search' }[each.kind]));
    var text = document.createElement('span');
    text.className = 'suggested';
    text.dir = 'auto';
    text.textContent = each.text;
    line.appendChild(text);
    var kind = document.createElement('span');
    kind.className = 'soft';
    kind.textContent = list.dataset[each.kind.toLowerCase()];
    line.appendChild(kind);
    line.addEventListener('click', function () { location.href = each.path; });
    line.path = each.path;
    return line;
  }

  /* All at once, so that nothing flickers; an answer that was overtaken is dropped. */
  function show(number, found) {
    if (number < shown || document.activeElement !== box) return;
    shown = number;
    active = -1;
    box.removeAttribute('aria-activedescendant');
    list.replaceChildren.apply(list, found.map(option));
    list.hidden = found.length === 0;
    box.setAttribute('aria-expanded', String(found.length > 0));
    status.textContent = found.length ? list.dataset.count.replace('#', found.length) : '';
  }

  function ask() {
    var text = box.value.trim();
    var number = ++asked;
    if (text.length < SHORTEST) {
      shown = number;
      close();
      return;
    }
    fetch(list.dataset.from + '?q=' + encodeURIComponent(text)).then(function (answer) {
      return answer.ok ? answer.json() : [];
    }).then(function (found) { show(number, found); }, function () {});
  }

  box.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  box.addEventListener('keydown', function (event) {
    if (list.hidden) return;
    var last = options().length - 1;
    if (event.key === 'ArrowDown') choose(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') choose(active <= 0 ? last : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) location.href = options()[active].path;
    else return;
    event.preventDefault();
  });
  box.addEventListener('blur', close);
  list.addEventListener('pointerdown', function (event) { event.preventDefault(); });
  list.addEventListener('mousedown', function (event) { event.preventDefault(); });
})();
