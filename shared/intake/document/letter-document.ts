import type { Checklist, ChecklistPoint } from './checklist.ts';
import { NO_DAY } from './day-cues.ts';
import { SILENT } from './evidence.ts';
import type { Flow } from './flow.ts';
import {
  acknowledgerOf,
  onlyOne,
  practiceWroteAt,
  type ReadLetter,
  readLetters,
} from './letter-read.ts';
import { type Examples, missing } from './missing.ts';
import { dayPoint, foundAt, pointOf } from './points.ts';
import type { Screened, ToScreen } from './screened.ts';
import { placeholdersIn } from './untouched.ts';

const TO = {
  point: 'addressed to a system supplier (EMIS or TPP), not to the ICB only',
  needed: true,
};
const ASKS = 'asks not to switch on';
const DATE = { point: 'a date', needed: true };
const FROM = { point: 'from the practice', needed: false };
const ACKNOWLEDGED = { point: "the supplier's acknowledgement", needed: false };
const WITHDRAWN = { point: 'withdraws an earlier letter', needed: false };

const EXAMPLES: Examples = {
  [TO.point]: 'To: EMIS Health',
  [ASKS]: 'Please do not switch on automatic access to records at our practice',
  [DATE.point]: 'Date: 31 October 2022',
};
const ONLY_OTHERS =
  'the letter is addressed to the ICB or another who switches nothing on, not to a system supplier: it does not count as sent; send the letter that went to EMIS or TPP';

/** What the letters or messages of a document do; `main` is the one that its date and sender are taken of. */
type Letter = {
  readonly asking: ReadLetter | undefined;
  readonly withdrawing: ReadLetter | undefined;
  readonly acknowledging: ReadLetter | undefined;
  readonly main: ReadLetter;
};

/**
 * Screens a letter to a system supplier, or an e-mail thread with the supplier's answer. It is a
 * checklist for a reviewer and no judgement: that a letter was sent at all shows only in an
 * acknowledgement, a request in unusual words may be missed, and a signature that is a picture is not
 * seen. A letter that lacks its addressee or its request is kept and pauses nothing, since it gives no
 * day of sending. (Domain notes, 2.5; design, section 6: paused-by-letter.)
 */
export function screenLetter(asked: ToScreen): Screened {
  const { flow, sha256 } = asked;
  const read = readLetters(asked);
  const letter = letterOf(read);
  const { main } = letter;
  const points = pointsOf(asked, letter);
  const untouchedTemplate = isUntouched(asked, main.own.day === null);
  const checklist: Checklist = { document: 'letter', points, untouchedTemplate };
  const values = untouchedTemplate ? NOTHING_SENT : valuesOf(letter, flow);
  return {
    checklist,
    said: { kind: 'pause-letter', values: { ...values, document: sha256 } },
    ownDay: main.own.day,
    warnings: [
      ...read.flatMap(({ own, answered }) => [...own.warnings, ...answered.warnings]),
      ...(main.addressee.isOnlyOthers ? [ONLY_OTHERS] : []),
      ...missing(points, EXAMPLES),
    ],
  };
}

/** Of several that do the same the one that is addressed to a supplier counts. */
function letterOf(read: readonly ReadLetter[]): Letter {
  const doing = (what: ReadLetter['request']['does']) => {
    const those = read.filter(({ request }) => request.does === what);
    return those.find(({ addressee }) => addressee.at !== null) ?? those[0];
  };
  const asking = doing('asks not to');
  const withdrawing = doing('withdraws');
  const acknowledging = doing('acknowledges');
  const main = asking ?? withdrawing ?? acknowledging ?? read[0]!;
  return { asking, withdrawing, acknowledging, main };
}

type Values = Extract<Screened['said'], { kind: 'pause-letter' }>['values'];

/** Nobody sends a template as it is. */
const NOTHING_SENT = {
  to: null,
  sentOn: null,
  sentTime: null,
  acknowledgedOn: null,
  withdrawnOn: null,
} as const;

/** The day of sending counts only where a supplier was asked; an acknowledgement shows that it was. */
function valuesOf(letter: Letter, flow: Flow): Omit<Values, 'document'> {
  const { asking, withdrawing, acknowledging, main } = letter;
  const acknowledger = acknowledging === undefined ? null : acknowledgerOf(acknowledging, flow);
  const addressees = [asking, withdrawing ?? main].flatMap(
    (each) => each?.addressee.suppliers ?? [],
  );
  const isSent = asking !== undefined && (isToSupplier(asking) || acknowledger !== null);
  const sent = isSent ? asking.own : (acknowledging?.answered ?? NO_DAY);
  const isWithdrawn = withdrawing !== undefined && isToSupplier(withdrawing);
  return {
    to: acknowledger ?? onlyOne(addressees),
    sentOn: sent.day,
    sentTime: sent.time,
    acknowledgedOn: acknowledging?.own.day ?? null,
    withdrawnOn: isWithdrawn ? withdrawing.own.day : null,
  };
}

function isToSupplier({ addressee }: ReadLetter): boolean {
  return addressee.at !== null;
}

function pointsOf(asked: ToScreen, letter: Letter): ChecklistPoint[] {
  const { flow, practice } = asked;
  const { asking, withdrawing, acknowledging, main } = letter;
  const isRequest = acknowledging === undefined || asking !== undefined;
  const asks = { point: ASKS, needed: isRequest && withdrawing === undefined };
  return [
    toPoint(asked, letter),
    pointOf(asks, foundAt(asking?.request.at), flow),
    dayPoint(DATE, main.own, flow),
    practice.named,
    pointOf(FROM, foundAt(practiceWroteAt(main, flow)), flow),
    dayPoint(ACKNOWLEDGED, acknowledging?.own ?? NO_DAY, flow),
    ...(withdrawing === undefined ? [] : [dayPoint(WITHDRAWN, withdrawing.own, flow)]),
  ];
}

/** What a supplier acknowledged was addressed to it. */
function toPoint({ flow }: ToScreen, { acknowledging, main }: Letter): ChecklistPoint {
  const { suppliers, at } = main.addressee;
  if (suppliers.length > 0) {
    return { ...pointOf(TO, foundAt(at), flow), says: suppliers.join(' and ') };
  }
  const acknowledger = acknowledging === undefined ? null : acknowledgerOf(acknowledging, flow);
  if (acknowledger !== null) {
    return { ...pointOf(TO, foundAt(acknowledging!.request.at), flow), says: acknowledger };
  }
  return pointOf(TO, main.request.does === 'nothing' ? SILENT : foundAt(at), flow);
}

/** Enough places to write in are left for a day in the text to be its maker's and not the practice's. */
const MOSTLY_LEFT = 3;

function isUntouched({ flow, practice }: ToScreen, isUndated: boolean): boolean {
  const left = placeholdersIn(flow);
  if (!isUndated) return left >= MOSTLY_LEFT && !practice.named.found;
  return left > 1 || (left > 0 && !practice.named.found);
}
