import { sixOClockInLondon } from '../shared/calendar/day.ts';
import type { Carrier } from '../shared/store/alert-ports.ts';
import { emailBytes, emailOf, type From, fileNameOf } from '../shared/store/email.ts';
import { folderObjects } from '../shared/store/folder-objects.ts';
import { byEmail } from '../shared/store/mail-carrier.ts';

/**
 * Mail on one machine: `outbox/<message id>.eml`, which any mail program opens, and its HTML beside it,
 * which a browser shows. It is dated 06:00 of the day that the message speaks of, so that the same message
 * again is the same file; and what lies there was handed over.
 */
export function outboxCarrier(root: string, from: From): Carrier {
  const objects = folderObjects(root);
  const keyOf = (id: string, kind: 'eml' | 'html') => `outbox/${fileNameOf(id)}.${kind}`;
  return {
    ...byEmail(async (message, to) => {
      const date = new Date(sixOClockInLondon(message.on));
      const bytes = await emailBytes({ ...emailOf(message, to, from), date });
      // The e-mail last: it is the one that says that the message is out.
      await objects.putIfAbsent(keyOf(message.id, 'html'), Buffer.from(message.html));
      await objects.putIfAbsent(keyOf(message.id, 'eml'), bytes);
      return { outcome: 'sent', providerId: null };
    }),
    // One that is not here may have gone by a mail server, where a run before had one.
    was: async ({ id }) => ((await objects.get(keyOf(id, 'eml'))) === undefined ? undefined : true),
  };
}
