import { readXml } from './sheet-xml.ts';

/** How a number is shown, as far as it changes what the number says. */
export type NumberKind = 'plain' | 'percent' | 'date' | 'time';

/** The kind of number that the cells of a style hold; a style that is not there is plain. */
export type KindOfStyle = (style: number) => NumberKind;

/** The formats that every program knows by number, without their code in the file (ECMA-376, 18.8.30). */
const BUILT_IN: readonly (readonly [first: number, last: number, kind: NumberKind])[] = [
  [9, 10, 'percent'],
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

/** Takes the part with the styles of a workbook (undefined: it has none), gives what kind of number each means. */
export function kindsOfStyles(styles: Uint8Array | undefined): KindOfStyle {
  if (styles === undefined) return () => 'plain';
  const own = new Map<number, NumberKind>();
  const formats: number[] = [];
  let isOfCells = false;
  readXml(styles, {
    opened: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) formats.push(Number(numFmtId ?? 0));
      else if (name === 'numFmt') own.set(Number(numFmtId), kindOfFormat(formatCode ?? ''));
    },
    closed: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  const kinds = formats.map((format) => own.get(format) ?? builtIn(format));
  return (style) => kinds[style] ?? 'plain';
}

function builtIn(format: number): NumberKind {
  return BUILT_IN.find(([first, last]) => format >= first && format <= last)?.[2] ?? 'plain';
}

/** By the letters of a format code that are not written out as they stand: "dd/mm/yyyy", "[h]:mm", `0"d"`, "0.0%". */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code.replace(/"[^"]*"|\\.|[_*]./gsu, '').split(';');
  const isDuration = /\[(h+|m+|s+)\]/i.test(first);
  const letters = first.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '');
  if (/[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))) return 'date';
  if (isDuration || /[hs]/i.test(letters)) return 'time';
  return letters.includes('%') ? 'percent' : 'plain';
}
