/* Figures to tap: kiosk browsers hide the keyboard of the system. They go into the field that was used last. */
(function () {
  'use strict';
  var pad = document.getElementById('pin-pad');
  var card = document.getElementById('card');
  var pin = document.getElementById('pin');
  if (!pad || !card || !pin) return;
  var box = card;

  function key(name, act, kind) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    if (kind) button.className = kind;
    /* The field keeps the focus. */
    button.addEventListener('pointerdown', function (event) { event.preventDefault(); });
    button.addEventListener('click', function () {
      act();
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    pad.appendChild(button);
  }

  function type(figure) {
    if (box.value.length < box.maxLength) box.value += figure;
  }

  [card, pin].forEach(function (field) {
    field.addEventListener('focus', function () { box = field; });
  });
  '1234567890'.split('').forEach(function (figure) {
    key(figure, function () { type(figure); });
  });
  key(pad.dataset.erase, function () { box.value = box.value.slice(0, -1); }, 'wide');
  pad.hidden = false;
})();
