/** Sends the file of a form with its progress shown; without scripts the form sends it by itself. */
export function showProgress() {
  const form = document.querySelector('form[data-upload]');
  if (!form) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });
}

function send(form) {
  const line = form.querySelector('[data-progress]');
  const bar = form.querySelector('progress');
  const said = form.querySelector('[data-said]');
  const status = form.querySelector('[data-status]');
  const button = form.querySelector('[data-send]');
  const request = new XMLHttpRequest();
  let told = 0;
  const failed = (why) => {
    line.hidden = true;
    button.disabled = false;
    status.textContent = why;
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = Math.floor((loaded / total) * 100);
    bar.value = percent;
    said.textContent = `${percent}%`;
    // A screen reader hears each quarter and not each step.
    if (percent >= told + 25) {
      told = percent - (percent % 25);
      status.textContent = `${told}% sent`;
    }
  });
  request.addEventListener('load', () => {
    // Storage sends the browser on to the receipt, or says what is wrong.
    if (request.status < 400) location.assign(form.dataset.receipt);
    else failed('The file was not taken. It may be too large, or this page too old: start again.');
  });
  // Storage on another server may not be read from here; the receipt tells.
  request.addEventListener('error', () => {
    if (bar.value >= 100) location.assign(form.dataset.receipt);
    else failed('The connection broke off. Send the file again.');
  });
  request.open('POST', form.action);
  line.hidden = false;
  button.disabled = true;
  status.textContent = 'Sending the file';
  request.send(new FormData(form));
}
