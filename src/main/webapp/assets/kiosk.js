/* Only on screens of the library. Runs before anything is drawn: a page that an earlier reader left is never shown again. */
(function () {
  'use strict';
  var QUIET = 45000;
  var WARNING = 20000;
  var CHECK = 20000;
  var AGAIN = 5000;
  /* Between two keys of a scanner; fingers are slower. */
  var SCANNER = 60;
  /* What labels have: four digits at least among capitals and hyphens. */
  var LABEL = /^(?=(?:[^0-9]*[0-9]){4})[0-9A-Z][0-9A-Z-]{3,19}$/i;
  var VISIT = 'carrel-visit';
  var OWED = 'carrel-reset-owed';
  var root = document.documentElement;
  var home = root.dataset.home;
  var reset = home + 'kiosk-reset';
  var worker = navigator.serviceWorker;
  var print = document.currentScript.src.split('?')[1];
  /* The page for lost connections: kept without cookies, shown by the worker at any address. */
  var kept = root.dataset.kept === 'true';

  function visit() {
    return sessionStorage.getItem(VISIT) || nextVisit();
  }

  function nextVisit() {
    var id = Date.now() + '-' + Math.random().toString(36).slice(2);
    sessionStorage.setItem(VISIT, id);
    return id;
  }

  function mark() {
    history.replaceState({ visit: visit() }, '');
  }

  function leaveFor(address) {
    root.hidden = true;
    location.replace(address);
    return false;
  }

  function comesFromHistory() {
    var navigation = performance.getEntriesByType('navigation')[0];
    return Boolean(navigation) && navigation.type === 'back_forward';
  }

  /* Each entry of the browser's history is marked with the visit in which it was made. One without a mark is nobody's. */
  function ofThisVisit(fromHistory) {
    var made = history.state && history.state.visit;
    return made ? made === visit() : !fromHistory;
  }

  function atStart() {
    return location.pathname === home && !location.search;
  }

  /* The start page shows nobody's question. To leave it for itself would be a reload, which keeps the mark: for ever. */
  function mayStay(fromHistory) {
    if (!ofThisVisit(fromHistory) && !atStart()) return leaveFor(home);
    mark();
    return true;
  }

  /* Brought back whole: with what was typed. */
  function broughtBack() {
    var ours = ofThisVisit(true);
    if (!mayStay(true)) return;
    if (ours) root.hidden = false;
    else location.reload();
  }

  /* While the line was cut the reader's language and text size could not be forgotten: it is made good by the next page. */
  function settled() {
    if (kept) {
      if (location.pathname === reset) sessionStorage.setItem(OWED, 'yes');
      return true;
    }
    if (sessionStorage.getItem(OWED) === null) return true;
    sessionStorage.removeItem(OWED);
    return root.dataset.asUsual === 'true' || leaveFor(reset);
  }

  function keepLooking() {
    function look() {
      return fetch(home + 'health/live', { cache: 'no-store' }).then(function (answer) {
        if (answer.ok && location.pathname !== home + 'offline') location.reload();
      }, function () {});
    }
    function again() {
      look().then(function () { setTimeout(again, AGAIN); });
    }
    var text = new URLSearchParams(location.search).get('q');
    if (text) {
      document.getElementById('kept-text').textContent = text;
      document.getElementById('kept').hidden = false;
    }
    document.getElementById('retry').addEventListener('click', look);
    setTimeout(again, AGAIN);
  }

  if (kept) document.addEventListener('DOMContentLoaded', keepLooking);
  if (kept && !(worker && worker.controller)) return;

  /* Put away whole, a page would be shown for a moment before any script could ask whose it was. */
  window.addEventListener('pagehide', function (event) { if (event.persisted) root.hidden = true; });
  window.addEventListener('pageshow', function (event) { if (event.persisted) broughtBack(); });
  ['hashchange', 'popstate'].forEach(function (kind) { window.addEventListener(kind, function () { mayStay(false); }); });
  if (!mayStay(comesFromHistory()) || !settled()) return;

  /* With this script's print: a screen keeps the page that goes with it. With the day: what it keeps is of this day. */
  if (worker && !kept) {
    window.addEventListener('load', function () {
      worker.register(home + 'kiosk-worker.js?' + print + '&' + root.dataset.keep, { scope: home }).catch(function () {});
    });
  }

  /* What one reader copies, the next one could paste. */
  ['contextmenu', 'dragstart', 'copy', 'cut', 'paste'].forEach(function (kind) {
    document.addEventListener(kind, function (event) { event.preventDefault(); });
  });

  /* Print, save, open, source: each opens a window that leads out. */
  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && /^[psou]$/i.test(event.key)) event.preventDefault();
  }, true);

  document.addEventListener('DOMContentLoaded', function () {
    var idle = document.getElementById('idle');
    var away = document.getElementById('away');
    var seconds = document.getElementById('idle-seconds');
    var timer;
    var end = 0;
    var before = null;

    function nothingToClear() {
      var typed = document.getElementById('search-text');
      var start = atStart() || (kept && location.pathname === reset);
      return root.dataset.asUsual === 'true' && start && !(typed && typed.value);
    }

    function wait() {
      clearTimeout(timer);
      timer = setTimeout(warn, QUIET);
    }

    function warn() {
      if (nothingToClear()) {
        timer = setTimeout(nobodyIsHere, WARNING);
        return;
      }
      end = Date.now() + WARNING;
      before = document.activeElement;
      if (!idle.open) idle.showModal();
      count();
    }

    /* The start page may stay, what the reader saw before it is over all the same. */
    function nobodyIsHere() {
      nextVisit();
      mark();
      scrollTo(0, 0);
      wait();
    }

    function count() {
      var left = Math.ceil((end - Date.now()) / 1000);
      if (left <= 0) return clear();
      seconds.textContent = String(left);
      timer = setTimeout(count, 1000);
    }

    function clear() {
      nextVisit();
      leaveFor(reset);
    }

    function somebodyIsHere() {
      if (idle.open) {
        idle.close();
        if (before && before.focus) before.focus();
      }
      wait();
    }

    /* Who says that they are done leaves nothing behind either. */
    document.addEventListener('click', function (event) {
      var link = event.target.closest && event.target.closest('a[href]');
      if (link && link.pathname === reset) nextVisit();
    });

    ['pointerdown', 'keydown', 'wheel', 'input'].forEach(function (kind) {
      document.addEventListener(kind, function () { if (!idle.open) wait(); }, { passive: true, capture: true });
    });
    document.getElementById('idle-stay').addEventListener('click', somebodyIsHere);
    idle.addEventListener('cancel', function (event) { event.preventDefault(); somebodyIsHere(); });
    wait();

    /* A scanner types fast and ends with Enter, wherever the focus is and whatever stands in the box. */
    var scanned = '';
    var last = 0;
    document.addEventListener('keydown', function (event) {
      var elsewhere = event.target.matches && event.target.matches('input:not(#search-text), textarea, select');
      if (elsewhere || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.timeStamp - last > SCANNER) scanned = '';
      last = event.timeStamp;
      if (event.key.length === 1) scanned += event.key;
      if (event.key !== 'Enter') return;
      var label = scanned;
      scanned = '';
      if (!LABEL.test(label)) return;
      event.preventDefault();
      location.assign(home + 'search?q=' + encodeURIComponent(label));
    }, true);
    if (kept) return;

    document.getElementById('away-retry').addEventListener('click', look);

    /* Is the screen still one of ours, and is the library there? */
    function look() {
      return fetch(home + 'kiosk-check', { cache: 'no-store' }).then(function (answer) {
        if (away.open) away.close();
        if (answer.status === 403) location.replace(home);
      }, function () {
        if (!away.open && !idle.open) away.showModal();
      });
    }
    function check() {
      look().then(function () { setTimeout(check, CHECK); });
    }
    setTimeout(check, CHECK);
  });
})();
