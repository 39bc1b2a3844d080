import {
  initButtons,
  initCharacterCounts,
  initErrorSummary,
  initHeader,
  initNotificationBanners,
  initScroll,
  initSkipLinks,
} from './nhsuk.js';
import { followReceipt } from './receipt.js';
import { showProgress } from './upload.js';

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');
// Not the file upload's: the button that it puts in the field's place is not named as it reads.
for (const init of [
  initButtons,
  initCharacterCounts,
  initErrorSummary,
  initHeader,
  initNotificationBanners,
  initScroll,
  initSkipLinks,
]) {
  init();
}
showProgress();
followReceipt();
