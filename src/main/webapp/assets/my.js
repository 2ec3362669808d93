/* What somebody has is not shown again by the way back: the page that was put away is asked for anew, and asks for the card. */
(function () {
  'use strict';
  var root = document.documentElement;
  window.addEventListener('pagehide', function (event) { if (event.persisted) root.hidden = true; });
  window.addEventListener('pageshow', function (event) {
    if (!event.persisted) return;
    root.hidden = true;
    location.reload();
  });
})();
