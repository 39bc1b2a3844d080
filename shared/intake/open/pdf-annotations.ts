import type { Aside } from './opened.ts';
import type { Written } from './pdf-layout.ts';

/** An annotation as pdf.js gives it; only what is used. Form fields are annotations too. */
export type Annotation = {
  readonly subtype: string;
  readonly rect: readonly [left: number, bottom: number, right: number, top: number];
  readonly annotationFlags?: number;
  readonly contentsObj?: { readonly str: string };
  readonly titleObj?: { readonly str: string };
  readonly richText?: { readonly str: string } | null;
  readonly textContent?: readonly string[];
  readonly unsafeUrl?: string;
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly pushButton?: boolean;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string | null;
  readonly options?: readonly { readonly exportValue: string; readonly displayValue: string }[];
};

/** What was filled in, ticked or typed onto a page, where it can be seen. */
export function writtenOn(annotations: readonly Annotation[]): readonly Written[] {
  return annotations.flatMap((annotation) => {
    const text = isHidden(annotation) ? '' : seenText(annotation).trim();
    if (text === '') return [];
    const [left, bottom, right, top] = annotation.rect;
    return [{ text, isTick: isTick(annotation), box: { left, bottom, right, top } }];
  });
}

/** Comments, links and hidden fields of a page: screened, never read for facts. */
export function asidesOf(annotations: readonly Annotation[], page: number): readonly Aside[] {
  return annotations.flatMap((annotation) => {
    const { contentsObj, titleObj, richText, unsafeUrl } = annotation;
    const hidden = isHidden(annotation) ? seenText(annotation) : '';
    const comments = new Set([contentsObj?.str, richText?.str, titleObj?.str, hidden]);
    return [
      ...[...comments].flatMap((text) => aside(`an annotation on page ${page}`, text)),
      ...aside(`a link on page ${page}`, unsafeUrl),
    ];
  });
}

function aside(where: string, text: string | undefined): readonly Aside[] {
  return text === undefined || text.trim() === '' ? [] : [{ where, text }];
}

const HIDDEN = 2;
const NO_VIEW = 32;

function isHidden({ annotationFlags = 0 }: Annotation): boolean {
  return (annotationFlags & (HIDDEN | NO_VIEW)) !== 0;
}

function seenText(annotation: Annotation): string {
  if (annotation.subtype === 'Widget') return fieldText(annotation);
  if (annotation.subtype !== 'FreeText') return '';
  return annotation.contentsObj?.str || (annotation.textContent ?? []).join('\n');
}

function isTick({ checkBox, radioButton }: Annotation): boolean {
  return checkBox === true || radioButton === true;
}

function fieldText(field: Annotation): string {
  if (isTick(field)) return isTicked(field) ? '☒' : '☐';
  if (field.fieldType === 'Btn' || field.fieldType === 'Sig') return '';
  const chosen = textsIn(field.fieldValue).map(
    (value) =>
      field.options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value,
  );
  return chosen.join(', ');
}

function isTicked({ checkBox, fieldValue, exportValue, buttonValue }: Annotation): boolean {
  if (checkBox === true) return fieldValue === exportValue && fieldValue !== 'Off';
  return typeof fieldValue === 'string' && fieldValue === buttonValue;
}

/** A field holds a text, a list of texts, or nothing. */
export function textsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((text) => typeof text === 'string');
}
