import { describe, expect, test } from 'vitest';
import { SENDER_ROLES } from '../../../shared/evidence/fact.ts';
import { patientDataNoticeText } from '../../../shared/intake/patient-data-notice.ts';
import { noticeOf } from '../patient-data-notices.ts';

describe('the notice to the information-governance officer', () => {
  test('says which upload, by whom, when, what and where, and what to do next', () => {
    const notice = noticeOf();
    const { subject, text } = patientDataNoticeText(notice);
    expect(subject).toBe('Patient data refused: upload up-1');
    for (const part of [
      'Upload: up-1',
      `SHA-256: ${notice.sha256}`,
      'Kind of file: status-return',
      'Sent by: an ICB (QHM)',
      'Received: 2022-06-01T09:00:00.000Z',
      'Found: what looks like an NHS number',
      'Where: sheet 1, row 12, column 3',
      'What to do next',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('says so where kind and sender are not known', () => {
    const { text } = patientDataNoticeText(noticeOf({ kind: null, sender: { role: 'practice' } }));
    expect(text).toContain('Kind of file: not recognised');
    expect(text).toContain('Sent by: a practice (code not given)');
  });

  test.each(SENDER_ROLES)('names a sender of role %s in words', (role) => {
    const { text } = patientDataNoticeText(noticeOf({ sender: { role, org: 'X1' } }));
    expect(text).toMatch(/Sent by: (a|an|the) [A-Za-z ]+ \(X1\)/);
  });

  test('has a subject that SNS takes, however long an id', () => {
    const { subject } = patientDataNoticeText(noticeOf({ uploadId: 'u'.repeat(200) }));
    expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
  });
});
