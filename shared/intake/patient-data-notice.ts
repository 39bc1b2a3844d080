import type { Sender } from '../evidence/fact.ts';
import type { PatientDataNotice } from '../store/ports.ts';

/** A message as every way of sending takes it. */
export type NoticeText = { readonly subject: string; readonly text: string };

/**
 * What the information-governance officer is told of a file that held patient data: which upload, by
 * whom, what was found and where, and what to do next. No content, no file name, no value (issue:
 * patient-data screening). The subject is one line of ASCII, at most 100 letters, as SNS wants it.
 */
export function patientDataNoticeText(notice: PatientDataNotice): NoticeText {
  const { uploadId, sha256, receivedAt, sender, kind, hit } = notice;
  const facts = [
    `Upload: ${uploadId}`,
    `SHA-256: ${sha256}`,
    `Kind of file: ${kind ?? 'not recognised'}`,
    `Sent by: ${senderInWords(sender)}`,
    `Received: ${receivedAt}`,
    `Found: what looks like ${hit.what}`,
    `Where: ${hit.where}`,
  ];
  return {
    subject: `Patient data refused: upload ${uploadId}`.slice(0, LONGEST_SUBJECT),
    text: [OPENING, facts.join('\n'), NEXT_STEPS].join('\n\n').concat('\n'),
  };
}

const LONGEST_SUBJECT = 100;

function senderInWords({ role, org }: Sender): string {
  const roles = { practice: 'a practice', pcn: 'a PCN', supplier: 'a supplier', icb: 'an ICB' };
  const who = role === 'national' ? 'the national team' : roles[role];
  return org === undefined ? `${who} (code not given)` : `${who} (${org})`;
}

// Lines of at most 76 letters: a mail program leaves them as they are.
const OPENING = [
  'A file that was sent to Record Access Rollout holds what looks like patient',
  'data. All of it was refused: nothing was read from it, and the file is',
  'deleted from quarantine. Only what stands below is kept.',
].join('\n');

const NEXT_STEPS = [
  'What to do next',
  '1. Speak to the sender. Their receipt asks them to take the patient data',
  '   out and to send the file again.',
  '2. Ask whether the file has gone to anybody else, and whether it should',
  '   have left their organisation at all.',
  '3. Judge with their information-governance lead whether this is a personal',
  '   data breach that must be reported. Where it must, UK GDPR article 33',
  '   gives 72 hours from when it became known.',
  '4. If the place named above holds no patient data, tell the people who run',
  '   this service: the screening was wrong, and the sender needs help.',
].join('\n');
