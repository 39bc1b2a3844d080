import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openAside } from '../functions/intake/open-aside.ts';
import { patientDataIn } from '../functions/intake/screen.ts';
import { checkMapping } from '../shared/intake/mapping/check-mapping.ts';
import type { Mapping } from '../shared/intake/mapping/mapping.ts';
import type { Opened, OpenedSheets } from '../shared/intake/open/opened.ts';
import { PlainError } from './plain-error.ts';

/** Reads a mapping out of a file, checked and ready to be saved. Throws a PlainError with all that is wrong. */
export async function mappingAt(path: string): Promise<Mapping> {
  const text = new TextDecoder().decode(await bytesOf(path));
  const checked = checkMapping(parsed(text, path));
  if (!checked.ok) {
    throw new PlainError(
      [
        `${path} was not saved:`,
        ...checked.problems.map((problem) => `  the mapping ${problem}.`),
      ].join('\n'),
    );
  }
  refusePatientData(inCells(checked.mapping), path);
  return checked.mapping;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlainError(
      `${path} is not JSON. Write it as "rollout mapping draft" does, such as {"kind": "status-return", …}.`,
    );
  }
}

/** Headings and words are kept, so they are screened like a file. */
function inCells({ columns, words }: Mapping): OpenedSheets {
  const texts = [...Object.keys(columns), ...Object.values(words).flatMap(Object.keys)];
  const rows = texts.map((text, at) => ({ row: at + 1, cells: [text] }));
  const sheet = { name: null, hidden: false, rows, broken: [], refused: null };
  return { as: 'sheets', sheets: [sheet], asides: [], warnings: [] };
}

/** Opens a tracker as its sender keeps it. Throws a PlainError for a document, and for one that may not be looked into. */
export async function trackerAt(path: string): Promise<OpenedSheets> {
  const opened = await openAside(await bytesOf(path));
  if (opened.as === 'refused') {
    const { problem, remedy } = opened.refused;
    throw new PlainError(`${path}: ${problem}. ${remedy}`);
  }
  if (opened.as !== 'sheets') {
    throw new PlainError(`${path} is a document. Give a tracker, as XLSX or CSV.`);
  }
  refusePatientData(opened, path);
  return opened;
}

function refusePatientData(opened: Opened, path: string): void {
  const hit = patientDataIn(opened, basename(path));
  if (hit === null) return;
  throw new PlainError(
    `${path} holds what looks like ${hit.what} (${hit.where}). Take all patient data out of it first.`,
  );
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new PlainError(
      `${path}: there is no such file that can be read. Give the path of a file.`,
      2,
    );
  }
}
