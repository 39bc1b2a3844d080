import { roundedCode } from '../table/rounded-codes.ts';
import type { Notices } from './sheet-notices.ts';
import type { Place } from './sheet-place.ts';
import { numberText, unescaped } from './sheet-value.ts';
import type { Attributes } from './sheet-xml.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import type { KindOfStyle } from './xlsx-styles.ts';

/** What the text of a cell hangs on. */
export type CellContext = {
  readonly strings: SharedStrings;
  readonly kindOf: KindOfStyle;
  readonly is1904: boolean;
  readonly notices: Notices;
};

/** A cell as it stands in the part: its value, or its text where that is not shared; and its formula. */
type Raw = { type: string; style: number; value: string; inline: string; formula: string };

const ERROR =
  /^#(N\/A|REF!|NAME\?|DIV\/0!|NULL!|NUM!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/;

const NO_STORED_VALUE =
  'has a formula without a stored result, and was read as empty: open the file in Excel or LibreOffice, save it and send that';
const DAY_ZERO =
  'holds 0 as a date (shown as 00/01/1900), as a formula gives for an empty cell; it was read as empty';

/** Reads one cell after the other: `begin` at its element, `end` gives its text and tells what was read generously. */
export function cellReader(context: CellContext) {
  let raw: Raw = { type: 'n', style: 0, value: '', inline: '', formula: '' };
  let within: 'value' | 'inline' | 'formula' | null = null;
  let isSpelling = false;
  return {
    begin: ({ t = 'n', s }: Attributes) => {
      raw = { type: t, style: s === undefined ? 0 : Number(s), value: '', inline: '', formula: '' };
    },
    opened: (name: string) => {
      if (name === 'v') within = 'value';
      else if (name === 't') within = 'inline';
      else if (name === 'f') {
        within = 'formula';
        // A formula that is shared has its text in another cell.
        raw.formula = ' ';
      } else if (name === 'rPh') isSpelling = true;
    },
    text: (piece: string) => {
      if (within !== null && !isSpelling) raw[within] += piece;
    },
    closed: (name: string) => {
      if (name === 'rPh') isSpelling = false;
      else within = null;
    },
    formula: () => raw.formula,
    end: (at: Place): string => {
      const text = cellText(raw, context, at).trim();
      const rounded = roundedCode(text);
      if (rounded !== null) context.notices.add(rounded, at);
      return text;
    },
  };
}

function cellText(raw: Raw, context: CellContext, at: Place): string {
  const { type, value } = raw;
  switch (type) {
    case 's':
      return value === '' ? '' : (context.strings.shown(Number(value)) ?? '');
    case 'inlineStr':
      return unescaped(raw.inline);
    case 'str':
      return unescaped(value);
    case 'b':
      return value === '' ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      return errorText(value, context, at);
    case 'd':
      return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    default:
      return numberOrEmpty(raw, context, at);
  }
}

/** What is no known error stays, so that it is screened like any other text. */
function errorText(value: string, { notices }: CellContext, at: Place): string {
  if (!ERROR.test(value)) return value;
  notices.add(`holds the error ${value} and was read as empty`, at);
  return '';
}

function numberOrEmpty(raw: Raw, context: CellContext, at: Place): string {
  const { value, formula, style } = raw;
  if (value === '' && formula !== '') context.notices.add(NO_STORED_VALUE, at);
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return value;
  const kind = context.kindOf(style);
  if (kind === 'date' && number === 0 && !context.is1904) {
    context.notices.add(DAY_ZERO, at);
    return '';
  }
  return numberText(number, kind, context.is1904);
}
