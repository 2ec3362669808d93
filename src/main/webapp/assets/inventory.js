// Two scans for a device: the Enter of the first goes on to the second field. The form does all it has to without this file.
'use strict';

const tag = document.getElementById('TAG');
const serial = document.getElementById('SERIAL');

if (tag && serial) {
  (tag.dataset.first === 'yes' ? tag : serial).focus();
  tag.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || tag.value.trim() === '' || serial.value !== '') return;
    event.preventDefault();
    serial.focus();
  });
}
