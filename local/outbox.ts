import { patientDataNoticeText } from '../shared/intake/patient-data-notice.ts';
import { emailBytes } from '../shared/store/email.ts';
import { folderObjects } from '../shared/store/folder-objects.ts';
import type { Notices, PatientDataNotice } from '../shared/store/ports.ts';

const FROM = 'Record Access Rollout <rollout@localhost>';
const TO = 'Information-governance officer <information-governance@localhost>';

/**
 * Notices on one machine: e-mails as .eml files in `outbox/`, which any mail program opens. Everything
 * in them comes from the notice, the date too, so that the same notice again is the same file.
 */
export function outbox(root: string): Notices {
  const objects = folderObjects(root);
  return {
    async patientData(notice) {
      const key = `outbox/patient-data-${notice.uploadId}.eml`;
      await objects.putIfAbsent(key, await asEmail(notice));
    },
  };
}

function asEmail(notice: PatientDataNotice): Promise<Uint8Array> {
  return emailBytes({
    from: FROM,
    to: TO,
    ...patientDataNoticeText(notice),
    date: new Date(notice.receivedAt),
    messageId: `<patient-data-${notice.uploadId}@rollout.localhost>`,
  });
}
