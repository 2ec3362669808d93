/* Keeps one friendly page for when the library does not answer, without anybody's cookies. No page of a reader is ever kept. */
'use strict';
var KEPT = 'carrel-offline';
var PAGE = new URL('offline', self.registration.scope).href;
/* With the hours and the plan of the school that the screen stands in. */
var SITE = new URL(self.location.href).searchParams.get('site') || '';

function keep() {
  return fetch(PAGE + (SITE ? '?site=' + encodeURIComponent(SITE) : ''), { cache: 'no-store', credentials: 'omit' }).then(function (answer) {
    if (!answer.ok) throw new Error('no page to keep');
    return answer.clone().text().then(function (html) {
      var parts = Array.from(html.matchAll(/(?:href|src)="([^"]*\/assets\/[^"]+)"/g), function (found) {
        return new URL(found[1].replace(/&amp;/g, '&').replace(/#.*/, ''), PAGE).href;
      });
      return caches.open(KEPT).then(function (cache) {
        return cache.addAll(Array.from(new Set(parts))).then(function () { return cache.put(PAGE, answer); });
      });
    });
  });
}

self.addEventListener('install', function (event) { event.waitUntil(keep().then(function () { return self.skipWaiting(); })); });
self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener('fetch', function (event) {
  var request = event.request;
  if (request.mode === 'navigate' && request.method === 'GET') {
    event.respondWith(fetch(request).catch(function () { return caches.match(PAGE); }));
  } else if (new URL(request.url).pathname.indexOf('/assets/') >= 0) {
    event.respondWith(fetch(request).catch(function () { return caches.match(request); }));
  }
});
