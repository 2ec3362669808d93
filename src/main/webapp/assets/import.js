// Follows the work at an import or a batch, and prints. The page does all it has to without this file.
'use strict';

const working = document.getElementById('working');
const print = document.getElementById('print');

if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

if (working) {
  const bar = document.getElementById('bar');
  const said = document.getElementById('progress');
  let state = null;
  const look = async () => {
    try {
      const answer = await fetch(working.dataset.status, {cache: 'no-store'});
      if (answer.status === 423 || answer.status === 401) { // the desk is locked, or nobody is signed in any more
        location.reload();
        return;
      }
      const now = await answer.json();
      if (state !== null && now.state !== state) {
        location.reload();
        return;
      }
      state = now.state;
      said.textContent = now.said;
      if ('percent' in now) bar.value = now.percent;
      else bar.removeAttribute('value');
      if (['PLANNED', 'COMMITTED', 'REFUSED', 'DONE', 'UNDONE', 'DISCARDED', 'DROPPED'].includes(state)) {
        location.reload();
        return;
      }
    } catch {
      said.textContent = working.dataset.lost;
    }
    setTimeout(look, 1000);
  };
  look();
}
