/** Sends the file of a form with its progress shown; without scripts the form sends it by itself. */
export function showProgress() {
  const form = document.querySelector('form[data-upload]');
  if (!form) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });
}

/** What storage would refuse is said before it is sent: what storage says itself cannot be read from here. */
function whyNot(file, most) {
  if (!file || file.size === 0) return 'The file is empty. Choose another.';
  if (file.size <= most) return null;
  return 'The file is too large: at most 20 MB are taken. Save it as CSV or PDF, or send it in parts.';
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
  const wrong = whyNot(form.querySelector('input[type=file]').files[0], Number(form.dataset.most));
  if (wrong) {
    failed(wrong);
    return;
  }
  request.open('POST', form.action);
  line.hidden = false;
  button.disabled = true;
  status.textContent = 'Sending the file';
  request.send(new FormData(form));
}
