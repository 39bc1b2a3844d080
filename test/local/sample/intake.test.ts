import { describe, expect, test } from 'vitest';
import { generateSample } from '../../../local/sample/generate.ts';
import { factsOf, readSample } from './read-sample.ts';

const sample = generateSample({ seed: 1 });
const reads = readSample(sample);

describe('intake of the whole sample', () => {
  test('recognises every file', () => {
    const odd = reads.filter(({ result }) => result.refused !== null || result.kind === null);
    expect(odd.map(({ file, result }) => [file.name, result.refused])).toEqual([]);
    expect([...new Set(reads.map(({ result }) => result.kind))].sort()).toEqual([
      'epraccur',
      'exemptions',
      'list-size',
      'practice-map',
      'status-return',
      'succession',
      'supplier-extract',
    ]);
  });

  test('rejects the bad rows that were put in, and no other', () => {
    const found = reads.map(({ file, result }) => ({
      name: file.name,
      bad: new Set(result.problems.map((p) => p.row)).size,
    }));
    const meant = reads.map(({ file }) => ({ name: file.name, bad: file.badRows ?? 0 }));
    expect(found).toEqual(meant);
    const bad = meant.reduce((sum, { bad }) => sum + bad, 0);
    expect(bad).toBeGreaterThan(10);
    expect(bad).toBeLessThan(60);
  });

  test('finds rows said twice, and codes that the register does not list', () => {
    const twice = reads.reduce((sum, { result }) => sum + result.duplicates.length, 0);
    expect(twice).toBeGreaterThan(10);
    const warned = reads.filter(({ result }) => result.warnings.length > 0).map((r) => r.file.name);
    expect(warned).toContain('return-N99001-2023-06-19.csv');
  });

  test('comes to 130,000 to 145,000 facts, under the 150,000 of a quick first start', () => {
    const { length } = factsOf(reads);
    expect(length).toBeGreaterThan(130_000);
    expect(length).toBeLessThan(145_000);
  });
});
