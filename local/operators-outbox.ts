import type { Day } from '../shared/calendar/day.ts';
import type { OperatorNotices } from '../shared/store/alert-ports.ts';
import { emailBytes } from '../shared/store/email.ts';
import { folderObjects } from '../shared/store/folder-objects.ts';

const FROM = 'Record Access Rollout <rollout@localhost>';
const TO = 'Operators <operators@localhost>';

/**
 * Notices to the operators on one machine: one .eml file a day in `outbox/`. The first of a day stays, so
 * a run that is repeated tells nothing twice.
 */
export function operatorsOutbox(root: string): OperatorNotices {
  const objects = folderObjects(root);
  return {
    async tell(on, notice) {
      const bytes = await asEmail(on, notice);
      const stored = await objects.putIfAbsent(`outbox/operators-${on}.eml`, bytes);
      return stored === 'stored' ? 'told' : 'was-told';
    },
  };
}

function asEmail(on: Day, notice: { readonly subject: string; readonly text: string }) {
  return emailBytes({
    from: FROM,
    to: TO,
    ...notice,
    date: new Date(`${on}T18:00:00.000Z`),
    messageId: `<operators-${on}@rollout.localhost>`,
  });
}
