/* The library did not answer. The address is still the one that was asked for: when it answers, it is asked again. */
(function () {
  'use strict';
  var AGAIN = 5000;
  var LEFT = 65000;
  var home = document.documentElement.dataset.home;
  var leaving;
  var text = new URLSearchParams(location.search).get('q');
  if (text) {
    document.getElementById('kept-text').textContent = text;
    document.getElementById('kept').hidden = false;
  }
  function look() {
    return fetch(home + 'health/live', { cache: 'no-store' }).then(function (answer) {
      if (answer.ok && location.pathname.indexOf('/offline') < 0) location.reload();
    }, function () {});
  }
  function keepLooking() {
    look().then(function () { setTimeout(keepLooking, AGAIN); });
  }
  /* What somebody looked for is gone when nobody is there any more. */
  function wait() {
    clearTimeout(leaving);
    leaving = setTimeout(function () { if (location.search) location.replace(home); }, LEFT);
  }
  ['pointerdown', 'keydown'].forEach(function (kind) { document.addEventListener(kind, wait, { passive: true }); });
  wait();
  document.getElementById('retry').addEventListener('click', look);
  setTimeout(keepLooking, AGAIN);
})();
