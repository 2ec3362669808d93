/* Only on screens of the library. Runs before anything is drawn: a page that an earlier reader left is never shown again. */
(function () {
  'use strict';
  var QUIET = 45000;
  var WARNING = 20000;
  var CHECK = 20000;
  var root = document.documentElement;
  var home = root.dataset.home;
  var VISIT = 'carrel-visit';

  function visit() {
    var known = sessionStorage.getItem(VISIT);
    return known || nextVisit();
  }

  function nextVisit() {
    var id = Date.now() + '-' + Math.random().toString(36).slice(2);
    sessionStorage.setItem(VISIT, id);
    return id;
  }

  /* Each page in the browser's history is marked with the visit in which it was opened. */
  function ofThisVisit() {
    var mark = history.state && history.state.visit;
    if (mark && mark !== visit()) {
      root.hidden = true;
      location.replace(home);
      return false;
    }
    history.replaceState({ visit: visit() }, '');
    return true;
  }

  window.addEventListener('pageshow', function (event) { if (event.persisted) ofThisVisit(); });
  if (!ofThisVisit()) return;

  if ('serviceWorker' in navigator) navigator.serviceWorker.register(home + 'kiosk-worker.js', { scope: home }).catch(function () {});

  document.addEventListener('contextmenu', function (event) { event.preventDefault(); });
  document.addEventListener('dragstart', function (event) { event.preventDefault(); });

  document.addEventListener('DOMContentLoaded', function () {
    var idle = document.getElementById('idle');
    var away = document.getElementById('away');
    var seconds = document.getElementById('idle-seconds');
    var timer;
    var end = 0;
    var before = null;

    function nothingToClear() {
      var typed = document.getElementById('search-text');
      return root.dataset.asUsual === 'true' && location.pathname === home && !location.search && !(typed && typed.value);
    }

    function wait() {
      clearTimeout(timer);
      timer = setTimeout(warn, QUIET);
    }

    function warn() {
      if (nothingToClear()) return wait();
      end = Date.now() + WARNING;
      before = document.activeElement;
      if (!idle.open) idle.showModal();
      count();
    }

    function count() {
      var left = Math.ceil((end - Date.now()) / 1000);
      if (left <= 0) return clear();
      seconds.textContent = String(left);
      timer = setTimeout(count, 1000);
    }

    function clear() {
      root.hidden = true;
      nextVisit();
      location.replace(home + 'kiosk-reset');
    }

    function somebodyIsHere() {
      if (idle.open) {
        idle.close();
        if (before && before.focus) before.focus();
      }
      wait();
    }

    ['pointerdown', 'keydown', 'wheel', 'input'].forEach(function (kind) {
      document.addEventListener(kind, function () { if (!idle.open) wait(); }, { passive: true, capture: true });
    });
    document.getElementById('idle-stay').addEventListener('click', somebodyIsHere);
    idle.addEventListener('cancel', function (event) { event.preventDefault(); somebodyIsHere(); });
    wait();

    /* Is the screen still one of ours, and is the library there? */
    function check() {
      fetch(home + 'kiosk-check', { cache: 'no-store' }).then(function (answer) {
        if (away.open) away.close();
        if (answer.status === 403) location.replace(home);
      }, function () {
        if (!away.open && !idle.open) away.showModal();
      }).then(function () { setTimeout(check, CHECK); });
    }
    setTimeout(check, CHECK);
  });
})();
