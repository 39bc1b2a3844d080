import { hash } from 'node:crypto';
import { instant } from '../../shared/calendar/day.ts';
import type { PatientDataNotice } from '../../shared/store/ports.ts';

/** A notice of an NHS number in an ICB's tracker. */
export function noticeOf(over: Partial<PatientDataNotice> = {}): PatientDataNotice {
  return {
    uploadId: 'up-1',
    sha256: hash('sha256', 'a tracker', 'hex'),
    receivedAt: instant('2022-06-01T09:00:00Z'),
    sender: { role: 'icb', org: 'QHM' },
    kind: 'status-return',
    hit: { what: 'an NHS number', where: 'sheet 1, row 12, column 3' },
    ...over,
  };
}
