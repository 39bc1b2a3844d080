import { counted } from '../../../shared/coverage/figure-words.ts';
import type { Receipt, ScanResult } from '../../../shared/intake/receipt/receipt.ts';

/** How far an upload has got: each step in words, and whether it is behind, under way or still to come. */
export type Step = {
  readonly step: 'quarantine' | 'scan' | 'checks' | 'facts' | 'state';
  readonly is: 'done' | 'now' | 'to come' | 'stopped';
  readonly says: string;
};

/** What is on record of an upload. */
export type OnRecord = {
  /** Its object has come, and was claimed by intake after the scan. */
  readonly hasArrived: boolean;
  readonly receipt: Receipt | null;
  /** The states of its practices have been worked out with it. */
  readonly isSettled: boolean;
};

const SCAN_WORDS: Readonly<Record<ScanResult, string>> = {
  clean: 'No threats were found',
  threat: 'A threat was found: nothing of the file is kept',
  failed: 'The scan could not be made, so nothing of the file is kept',
  none: 'No malware scan ran: one machine has no scanner',
};

/** The five steps of an upload, in their order. A refused one stops where it was refused. */
export function stepsOf({ hasArrived, receipt, isSettled }: OnRecord): readonly Step[] {
  if (receipt === null) return hasArrived ? READING : WAITING;
  const scan: Step = {
    step: 'scan',
    is: isBad(receipt.scan) ? 'stopped' : 'done',
    says: SCAN_WORDS[receipt.scan],
  };
  const arrived: Step = { step: 'quarantine', is: 'done', says: 'The file has come' };
  if (receipt.refused) {
    const why = 'The file was refused: nothing of it was taken in';
    const stopped: Step = { step: 'checks', is: 'stopped', says: why };
    return scan.is === 'stopped' ? [arrived, scan] : [arrived, scan, stopped];
  }
  return [
    arrived,
    scan,
    { step: 'checks', is: 'done', says: checksIn(receipt) },
    { step: 'facts', is: 'done', says: factsIn(receipt) },
    stateStep(receipt, isSettled),
  ];
}

const step = (name: Step['step'], is: Step['is'], says: string): Step => ({ step: name, is, says });

const WAITING: readonly Step[] = [
  step(
    'quarantine',
    'now',
    'Waiting for the file, or for its turn. A form works for five minutes: if you did not send it by then, begin again',
  ),
  step('scan', 'to come', 'Scan for malware'),
  step('checks', 'to come', 'Look for patient data, and check each row'),
  step('facts', 'to come', 'Keep what is new'),
  step('state', 'to come', 'Work out the states'),
];
const READING: readonly Step[] = [
  step('quarantine', 'done', 'The file has come'),
  step('scan', 'done', 'The turn of the malware scan is over'),
  step('checks', 'now', 'Looking for patient data, and checking each row'),
  ...WAITING.slice(3),
];

function isBad(scan: ScanResult): boolean {
  return scan === 'threat' || scan === 'failed';
}

function checksIn({ rows, accepted, unchanged, duplicate, rejected, checklist }: Receipt): string {
  if (checklist !== null) return 'The document was screened';
  return `${counted(rows)} ${rows === 1 ? 'row' : 'rows'}: ${counted(accepted)} accepted, ${counted(unchanged)} said before, ${counted(duplicate)} repeated, ${counted(rejected)} rejected`;
}

function factsIn({ facts, practices }: Receipt): string {
  if (facts === 0) return 'Nothing in it was new';
  return `${counted(facts)} new ${facts === 1 ? 'fact' : 'facts'} about ${counted(practices)} ${practices === 1 ? 'practice' : 'practices'}`;
}

function stateStep({ facts }: Receipt, isSettled: boolean): Step {
  if (facts === 0) return step('state', 'done', 'No state has to be worked out anew');
  return isSettled
    ? step('state', 'done', 'The states were worked out with it')
    : step('state', 'now', 'Working out the states');
}

/** Whether something is still to come of itself. */
export function isUnderWay(steps: readonly Step[]): boolean {
  return steps.some(({ is }) => is === 'now');
}
