import { initAll } from './nhsuk.js';
import { followReceipt } from './receipt.js';
import { showProgress } from './upload.js';

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');
initAll();
showProgress();
followReceipt();
