/* The library did not answer. The address is still the one that was asked for: when it answers, it is asked again. */
(function () {
  'use strict';
  var AGAIN = 5000;
  var text = new URLSearchParams(location.search).get('q');
  if (text) {
    document.getElementById('kept-text').textContent = text;
    document.getElementById('kept').hidden = false;
  }
  function look() {
    return fetch(document.documentElement.dataset.home + 'health/live', { cache: 'no-store' }).then(function (answer) {
      if (answer.ok && location.pathname.indexOf('/offline') < 0) location.reload();
    }, function () {});
  }
  function keepLooking() {
    look().then(function () { setTimeout(keepLooking, AGAIN); });
  }
  document.getElementById('retry').addEventListener('click', look);
  setTimeout(keepLooking, AGAIN);
})();
