/* A keyboard inside the page: kiosk browsers hide the one of the system. The text box keeps the focus all the while. */
(function () {
  'use strict';
  var board = document.getElementById('keyboard');
  var box = document.getElementById('search-text');
  if (!board || !box) return;
  var NUMBERS = '1234567890';
  var SPANISH = 'áéíóúüñ¿¡';
  var LAYOUTS = {
    abc: [NUMBERS, 'abcdefghi', 'jklmnopqr', 'stuvwxyz', SPANISH + "'-"],
    qwerty: [NUMBERS, 'qwertyuiop', 'asdfghjklñ', 'zxcvbnm', 'áéíóúü¿¡' + "'-"]
  };
  var FIRST_REPEAT = 500;
  var REPEAT = 90;
  var layout = 'abc';
  var repeating;

  function type(text) {
    var from = box.selectionStart;
    box.setRangeText(text, from, box.selectionEnd, 'end');
    changed();
  }

  function erase() {
    var from = box.selectionStart;
    var to = box.selectionEnd;
    if (from === to) from = Math.max(0, from - 1);
    box.setRangeText('', from, to, 'end');
    changed();
  }

  function changed() {
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function stop() {
    clearTimeout(repeating);
  }

  function again() {
    erase();
    repeating = setTimeout(again, REPEAT);
  }

  function key(row, name, act, kind) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    if (kind) button.className = kind;
    button.addEventListener('click', act);
    row.appendChild(button);
    return button;
  }

  function row() {
    var line = document.createElement('div');
    line.className = 'row';
    board.appendChild(line);
    return line;
  }

  function draw() {
    board.textContent = '';
    LAYOUTS[layout].forEach(function (letters) {
      var line = row();
      Array.from(letters).forEach(function (letter) { key(line, letter, function () { type(letter); }); });
    });
    var last = row();
    var other = layout === 'abc' ? 'qwerty' : 'abc';
    key(last, board.dataset[other], function () { layout = other; draw(); focusOn('layout'); }, 'wide layout');
    key(last, board.dataset.space, function () { type(' '); }, 'wide space');
    var back = key(last, board.dataset.erase, function (event) { if (event.detail === 0) erase(); }, 'wide erase');
    back.addEventListener('pointerdown', function () {
      erase();
      repeating = setTimeout(again, FIRST_REPEAT);
    });
    ['pointerup', 'pointercancel', 'pointerleave'].forEach(function (end) { back.addEventListener(end, stop); });
    key(last, board.dataset.go, function () { box.form.requestSubmit(); }, 'wide primary go');
    key(last, board.dataset.hide, hide, 'wide hide');
  }

  /* Only for who works the keys by the Tab key: with a finger the focus never left the text box. */
  function focusOn(kind) {
    if (document.activeElement !== box) board.querySelector('.' + kind).focus();
  }

  function show() {
    if (!board.hidden) return;
    draw();
    board.hidden = false;
  }

  function hide() {
    board.hidden = true;
    stop();
    box.focus();
  }

  box.setAttribute('inputmode', 'none');
  box.addEventListener('pointerdown', show);
  board.addEventListener('pointerdown', function (event) { event.preventDefault(); });
  board.addEventListener('mousedown', function (event) { event.preventDefault(); });
})();
