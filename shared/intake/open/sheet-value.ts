import type { NumberKind } from './xlsx-styles.ts';

/** What a number of some kind says as text: a day as ISO, a percentage as "85%", any other in plain digits. */
export function numberText(number: number, kind: NumberKind, is1904: boolean): string {
  switch (kind) {
    case 'plain':
      return plainDigits(number);
    case 'percent':
      return `${plainDigits(number * 100)}%`;
    case 'date':
      return isTimeAlone(number, is1904) ? timeText(number) : dateOrDigits(number, is1904);
    case 'time':
      return number >= 0 && number < 1 ? timeText(number) : dateOrDigits(number, is1904);
  }
}

/**
 * A number in plain digits, without an exponent. Spreadsheets show 15 digits: 0.1 + 0.2 is 0.3 there. A
 * whole number keeps all of its digits.
 */
export function plainDigits(number: number): string {
  if (Number.isInteger(number)) {
    return Number.isSafeInteger(number) ? String(number) : BigInt(number).toString();
  }
  const [mantissa = '', exponent] = String(Number(number.toPrecision(15))).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = `${'0'.repeat(Math.max(0, -Number(exponent) - whole.length))}${whole}${fraction}`;
  return `${number < 0 ? '-' : ''}0.${digits}`;
}

const DAY_MS = 86_400_000;
/** Day 1 is 1 January 1900; after day 60, which never was (29 February 1900), the count is one too high. */
const DAY_0_OF_1900 = Date.UTC(1899, 11, 31);
const LEAP_DAY_THAT_NEVER_WAS = 60;
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1);
/** Spreadsheets know no day after 31 December 9999. */
const AFTER_LAST_DAY = Date.UTC(10_000, 0, 1);

/** A spreadsheet's day number as an ISO day, with its time where that is not midnight; undefined if it is none. */
function dateText(number: number, is1904: boolean): string | undefined {
  const seconds = Math.round((number * DAY_MS) / 1000);
  const offset = !is1904 && number > LEAP_DAY_THAT_NEVER_WAS ? DAY_MS : 0;
  const at = (is1904 ? DAY_0_OF_1904 : DAY_0_OF_1900) - offset + seconds * 1000;
  if (number < 0 || at >= AFTER_LAST_DAY) return undefined;
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  const [hour, minute, second] = time.slice(0, 8).split(':');
  if (hour === '00' && minute === '00' && second === '00') return day;
  return second === '00' ? `${day}T${hour}:${minute}` : `${day}T${hour}:${minute}:${second}`;
}

function dateOrDigits(number: number, is1904: boolean): string {
  return dateText(number, is1904) ?? plainDigits(number);
}

/** Where days begin at 1, a number below that has no day, whatever its format shows. */
function isTimeAlone(number: number, is1904: boolean): boolean {
  return !is1904 && number > 0 && number < 1;
}

function timeText(number: number): string {
  const seconds = Math.min(86_399, Math.round((number * DAY_MS) / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[2] === 0 ? parts.slice(0, 2) : parts).map(two).join(':');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Letters that XML cannot hold are written as "_x000D_" in a workbook; a true "_x" has its own sign escaped. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .toWellFormed();
}
