const PAUSE_MS = 2000;
const MOST_TRIES = 150;

/** Fills in the steps of a receipt that is not complete yet; without scripts its page is loaded again. */
export function followReceipt() {
  const steps = document.querySelector('[data-receipt-steps]');
  if (!steps) return;
  let tries = 0;
  let before = steps.textContent;
  const look = async () => {
    tries += 1;
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(
      () => null,
    );
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = page.querySelector('main');
      const now = page.querySelector('[data-receipt-steps]');
      if (!now || now.textContent !== before) {
        document.querySelector('main').replaceWith(document.importNode(main, true));
        before = now?.textContent;
      }
      if (!now) return;
    }
    if (tries < MOST_TRIES) setTimeout(look, PAUSE_MS);
  };
  setTimeout(look, PAUSE_MS);
}
