// Prints, a receipt by itself and only once; turns titles away from whoever stands at the desk. The page does all it has to without this file.
'use strict';

const printer = document.getElementById('print');
const slip = document.getElementById('slip');
const titles = document.querySelectorAll('.copy-title:not(:empty)');
const shown = document.getElementById('show-titles');
const TURNED_AWAY_AFTER = 10000;

if (printer) {
  printer.hidden = false;
  printer.addEventListener('click', () => window.print());
}

if (slip && new URLSearchParams(location.search).has('print')) {
  // Whoever comes back to the page, or loads it again, gets no second one unasked.
  history.replaceState(null, '', location.pathname);
  window.print();
}

if (shown && titles.length > 0) {
  const turnAway = () => {
    document.body.classList.add('titles-away');
    shown.hidden = false;
  };
  shown.addEventListener('click', () => {
    document.body.classList.remove('titles-away');
    shown.hidden = true;
    setTimeout(turnAway, TURNED_AWAY_AFTER);
  });
  setTimeout(turnAway, TURNED_AWAY_AFTER);
}
