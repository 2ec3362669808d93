/* A line drawn with finger, pen or mouse becomes the path of a small picture. Without this file a typed name and a tick sign as well. */
(function () {
  'use strict';
  const MOST = 60000;

  document.querySelectorAll('form.signing').forEach((form) => {
    const pad = form.querySelector('.pad');
    const picture = pad.querySelector('svg');
    const line = picture.querySelector('path');
    const field = form.querySelector('[name="drawing"]');
    let drawing = false;
    let path = '';
    let step = '';
    pad.hidden = false;

    function point(event) {
      const box = picture.getBoundingClientRect();
      const x = Math.round(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * 600);
      const y = Math.round(Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) * 200);
      return x + ' ' + y;
    }

    function show() {
      line.setAttribute('d', path);
      field.value = path;
    }

    picture.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      drawing = true;
      step = 'M' + point(event);
      picture.setPointerCapture(event.pointerId);
    });
    picture.addEventListener('pointermove', (event) => {
      if (!drawing || path.length > MOST - 100) return;
      path += step + 'L' + point(event);
      step = '';
      show();
    });
    ['pointerup', 'pointercancel'].forEach((kind) => picture.addEventListener(kind, () => { drawing = false; step = ''; }));
    pad.querySelector('.wipe').addEventListener('click', () => { path = ''; show(); });
  });
})();
