import { openText } from '../shared/intake/open/text.ts';
import { PATIENT_DATA, type PatientDataHit } from '../shared/intake/patient-data/hit.ts';
import { screenForPatientData } from '../shared/intake/patient-data/screen.ts';
import { kindOf } from '../shared/intake/read-upload.ts';
import { interleaved } from './interleaved.ts';
import { nationalFiles } from './national-files.ts';
import { aim, ms, ratio } from './report.ts';
import { cleanFiles } from './screening-clean.ts';
import { cleanDocuments } from './screening-clean-documents.ts';
import { falseHitsIn } from './screening-false-hits.ts';
import { knownLimits } from './screening-known.ts';
import { plantedFiles } from './screening-planted.ts';

const TIMES = 5;
const TWENTY_MB = 20_000_000;
const AT_MOST_MS = 2_000;

/** Patient-data screening: what it finds of planted values, what it finds where nothing is, and what it costs. */
export async function screening(): Promise<readonly string[]> {
  const { lines, hits } = recall();
  const clean = falseHits();
  const precision = (100 * hits) / (hits + clean.falseHits);
  return [
    ...lines,
    ...clean.lines,
    `precision: ${precision.toFixed(2)}% (${hits} right hits, ${clean.falseHits} false ones)`,
    ...knownLimits(),
    ...(await speed()),
  ];
}

type Tally = { found: number; files: number };

function recall(): { lines: string[]; hits: number } {
  const byForm = new Map<string, Tally>();
  const all: Tally = { found: 0, files: 0 };
  for (const { form, ...file } of plantedFiles()) {
    const found = Number(screenForPatientData(file.opened, file) !== null);
    const tally = byForm.get(form) ?? { found: 0, files: 0 };
    byForm.set(form, { found: tally.found + found, files: tally.files + 1 });
    all.found += found;
    all.files += 1;
  }
  const lines = [...byForm].map(([form, tally]) => `recall ${share(tally)} ${form}`);
  const met = aim(all.found === all.files, '1.0');
  return { lines: [...lines, `recall in all ${share(all)}, ${met}`], hits: all.found };
}

function share({ found, files }: Tally): string {
  return `${(found / files).toFixed(3)} (${found} of ${files} files)`;
}

function falseHits(): { lines: string[]; falseHits: number } {
  const lines: string[] = [];
  const sum = { rows: 0, hits: 0 };
  for (const file of cleanFiles()) {
    const found = falseHitsIn(file);
    lines.push(
      `${file.name}: ${found.length} false hits in ${file.rows.length} clean rows${what(found)}`,
    );
    sum.rows += file.rows.length;
    sum.hits += found.length;
  }
  const documents = cleanDocuments();
  const inDocuments = documents.flatMap((file) => screenForPatientData(file.opened, file) ?? []);
  const per = (10_000 * sum.hits) / sum.rows;
  lines.push(
    `false hits: ${per.toFixed(2)} in 10,000 clean rows (${sum.hits} in ${sum.rows}), ${aim(per <= 1, 'at most 1')}`,
    `false hits: ${inDocuments.length} in ${documents.length} clean documents${what(inDocuments)}`,
  );
  return { lines, falseHits: sum.hits + inDocuments.length };
}

function what(hits: readonly PatientDataHit[]): string {
  const counts = PATIENT_DATA.map((kind) => [kind, hits.filter((hit) => hit.what === kind).length]);
  const said = counts.filter(([, count]) => count !== 0).map(([kind, count]) => `${count} ${kind}`);
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}

async function speed(): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, bytes } of nationalFiles()) {
    const opened = openText(bytes);
    const kind = kindOf(opened);
    const took = await interleaved(
      {
        read: () => openText(bytes),
        screen: () => screenForPatientData(opened, { fileName: name, kind }),
      },
      TIMES,
    );
    const hit = screenForPatientData(opened, { fileName: name, kind });
    const said = hit === null ? 'no hit' : `a hit: ${hit.what}, ${hit.where}`;
    lines.push(`${name}, ${said}: screening ${ratio(took.screen, took.read, 'taking it apart')}`);
    if (name.startsWith('epraccur')) lines.push(atTwentyMb(took.screen, bytes.length));
  }
  return lines;
}

function atTwentyMb(took: number, bytes: number): string {
  const whole = (took * TWENTY_MB) / bytes;
  return `  in proportion, a CSV file of 20 MB: ${ms(whole)}, ${aim(whole <= AT_MOST_MS, `at most ${AT_MOST_MS} ms`)}`;
}
