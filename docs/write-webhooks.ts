import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from '../shared/alert/webhooks/examples.ts';
import { receiverPage } from '../shared/alert/webhooks/receiver-page.ts';

// Run it after any change of what a webhook is sent; a test holds the committed page to the schemas.
writeFileSync(join(import.meta.dirname, 'webhooks.md'), receiverPage(examples()));
