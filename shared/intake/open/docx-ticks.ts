import { attribute, type Tag } from './docx-xml.ts';

const TICKED = '☒';
const UNTICKED = '☐';

/** How a tick box reads in a passage, whatever sign the document shows it by. */
export function tick(isTicked: boolean): string {
  return isTicked ? TICKED : UNTICKED;
}

/** Word says "off" in several ways, and "on" by saying nothing. */
export function isOn(tag: Tag): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute(tag, 'val') ?? '');
}

/** Boxes and ticks of the symbol fonts that Word brings, by their codes; its letters mean nothing else. */
const BOXES: ReadonlyMap<string, { readonly ticked: string; readonly unticked: string }> = new Map([
  ['Wingdings', { ticked: 'FB FC FD FE', unticked: '6F 71 A8' }],
  ['Wingdings 2', { ticked: '50 51 52 53 54', unticked: '2A A3' }],
  ['Segoe UI Symbol', { ticked: '2611 2612', unticked: '2610' }],
  ['MS Gothic', { ticked: '2611 2612', unticked: '2610' }],
]);

/** Takes a symbol (`w:sym`), gives the tick box that it shows; a space where it is some other picture. */
export function symbol(tag: Tag): string {
  const box = BOXES.get(attribute(tag, 'font') ?? '');
  const code = (attribute(tag, 'char') ?? '').toUpperCase().replace(/^F0/, '');
  if (box === undefined || code === '') return ' ';
  if (box.ticked.split(' ').includes(code)) return TICKED;
  return box.unticked.split(' ').includes(code) ? UNTICKED : ' ';
}

/** A form field of the older kind (`w:ffData`), as it is met tag by tag. */
export class FormField {
  #default: Tag | undefined;
  #checked: Tag | undefined;
  #result: Tag | undefined;
  readonly #entries: string[] = [];

  meet(tag: Tag): void {
    if (tag.name === 'w:default') this.#default = tag;
    if (tag.name === 'w:checked') this.#checked = tag;
    if (tag.name === 'w:result') this.#result = tag;
    if (tag.name === 'w:listEntry') this.#entries.push(attribute(tag, 'val') ?? '');
  }

  /** What the field shows, once all of it has been met; `ended` is the element that did. */
  shows(ended: 'w:checkBox' | 'w:ddList'): string {
    if (ended === 'w:ddList') return this.#entries[this.#index()] ?? '';
    const said = this.#checked ?? this.#default;
    return tick(said !== undefined && isOn(said));
  }

  /** Word leaves the number out for the first entry. */
  #index(): number {
    const said = this.#result ?? this.#default;
    return said === undefined ? 0 : Number(attribute(said, 'val') ?? 0);
  }
}
