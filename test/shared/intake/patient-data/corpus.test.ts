import { expect, test } from 'vitest';
import { cleanFiles } from '../../../../bench/screening-clean.ts';
import { cleanDocuments } from '../../../../bench/screening-clean-documents.ts';
import { falseHitsIn } from '../../../../bench/screening-false-hits.ts';
import { plantedFiles } from '../../../../bench/screening-planted.ts';
import { screenForPatientData } from '../../../../shared/intake/patient-data/screen.ts';

const planted = plantedFiles();

test('the corpus is large, and the same on every machine', () => {
  expect(planted.length).toBeGreaterThan(2_000);
  expect(plantedFiles({ times: 1, rows: 1 })).toEqual(plantedFiles({ times: 1, rows: 1 }));
});

test('every planted value is found, in each form and place', () => {
  const missed = planted.filter((file) => screenForPatientData(file.opened, file) === null);
  expect(missed.map(({ form, place }) => `${form} in ${place}`)).toEqual([]);
});

test('no hit repeats what was found', () => {
  for (const file of planted) {
    const said = Object.values(screenForPatientData(file.opened, file)!).join(' ');
    expect(said).toMatch(
      /^(?:an? [\w ]+) (?:(?:sheet \d, )?row \d{1,2}(?:, column \d{1,2})?|paragraph \d|the file name|the name of sheet 1|a comment)$/i,
    );
  }
});

test('at most one clean row in 10,000 is a hit, and no clean document', () => {
  const files = cleanFiles(2_000);
  const rows = files.reduce((sum, file) => sum + file.rows.length, 0);
  const hits = files.flatMap(falseHitsIn).length;
  expect((10_000 * hits) / rows).toBeLessThanOrEqual(1);
  const documents = cleanDocuments(50);
  expect(documents.filter((file) => screenForPatientData(file.opened, file) !== null)).toEqual([]);
});
