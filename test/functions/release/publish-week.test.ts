import { hash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PublishAsk, publishWeek } from '../../../functions/release/publish-week.ts';
import { generateSample } from '../../../local/sample/generate.ts';
import { day, instant } from '../../../shared/calendar/day.ts';
import type { Fact } from '../../../shared/evidence/fact.ts';
import { POLICY } from '../../../shared/policy/timeline.ts';
import { type Link, LinkSchema } from '../../../shared/release/chain.ts';
import { type ReleaseJson, ReleaseJsonSchema } from '../../../shared/release/files/json.ts';
import { type Manifest, ManifestSchema } from '../../../shared/release/manifest.ts';
import { checkChain, checkEvidence, checkFiles } from '../../../shared/release/verify.ts';
import { checkFigures } from '../../../shared/release/verify-figures.ts';
import type { Objects } from '../../../shared/store/ports.ts';
import { factsOf, readSample } from '../../local/sample/read-sample.ts';
import { extract, retractionOf } from '../../shared/builders.ts';
import { type MemoryObjects, memoryObjects } from './memory-objects.ts';

const WEEK = day('2023-12-04');
const ASK: PublishAsk = { week: WEEK, codeVersion: '0.0.0+test', madeUp: true };
const FILES = [
  'contradictions.csv',
  'coverage.csv',
  'coverage.json',
  'denominator.csv',
  'denominators.csv',
  'freshness.csv',
  'manifest.json',
  'moved.csv',
  'movement.csv',
  'practices.csv',
  'practices.parquet',
  'published.csv',
  'report.html',
  'report.xlsx',
  'restatements.csv',
  'trend.csv',
  'xmr.csv',
];

/** A part of the smallest sample: every file is written for each ICB, and twelve are enough. */
const facts = inSomeIcbs(factsOf(readSample(generateSample({ seed: 7, practices: 84 }))));

function inSomeIcbs(all: readonly Fact[]): readonly Fact[] {
  const icbs = new Map(
    all.flatMap((fact) =>
      fact.kind === 'membership' ? [[fact.practice, fact.values.icb] as const] : [],
    ),
  );
  return all.filter(({ practice }) => /^Q[BZ][A-F]$/.test(icbs.get(practice) ?? ''));
}
const ledgerOf = (all: readonly Fact[]) => ({ all: async () => all });
const publish = (all: readonly Fact[], reports: Objects, ask: Partial<PublishAsk> = {}) =>
  publishWeek({ ledger: ledgerOf(all), reports }, { ...ASK, ...ask });

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const hashes = ({ all }: MemoryObjects) =>
  Object.fromEntries([...all].map(([key, bytes]) => [key, hash('sha256', bytes)]));
const read = <T>(reports: MemoryObjects, key: string, schema: { parse: (x: unknown) => T }): T =>
  schema.parse(JSON.parse(text(reports.all.get(key))));
const england = (version: string) => `reports/week=${WEEK}/version=${version}/england`;
const jsonOf = (reports: MemoryObjects, place: string): ReleaseJson =>
  read(reports, `${place}/coverage.json`, ReleaseJsonSchema);
const manifestOf = (reports: MemoryObjects, place: string): Manifest =>
  read(reports, `${place}/manifest.json`, ManifestSchema);
const linkOf = (reports: MemoryObjects, number: number): Link =>
  read(reports, `reports/chain/${String(number).padStart(6, '0')}.json`, LinkSchema);
const filesIn = (reports: MemoryObjects, place: string) =>
  new Map(
    [...reports.all]
      .filter(([key]) => key.startsWith(`${place}/`))
      .map(([key, bytes]) => [key.slice(place.length + 1), bytes]),
  );

const first = memoryObjects();
beforeAll(async () => {
  const outcome = await publish(facts, first);
  expect(outcome).toEqual({
    outcome: 'published',
    version: '1.0.0',
    folder: 'week=2023-12-04/version=1.0.0',
  });
}, 60_000);

describe('the first release of a week', () => {
  test('has every file for England and for each ICB, a link, and the history', () => {
    const places = [
      ...new Set([...first.all.keys()].map((key) => key.split('/').slice(0, -1).join('/'))),
    ];
    const icbs = places.filter((place) => place.includes('/icb='));
    expect(icbs).toHaveLength(12);
    for (const place of [england('1.0.0'), ...icbs]) {
      expect([...filesIn(first, place).keys()].sort()).toEqual(FILES);
    }
    expect(Object.keys(linkOf(first, 1).manifests)).toHaveLength(13);
    expect(first.all.get(`history/practices/week=${WEEK}/version=1.0.0/part.parquet`)).toEqual(
      first.all.get(`${england('1.0.0')}/practices.parquet`),
    );
  });

  test('an ICB’s release holds its own practices and names no other ICB’s', () => {
    const icbOf = new Map(
      jsonOf(first, england('1.0.0')).tables['practices']!.rows.map((row) => [
        row['practice_code'],
        row['icb_code'],
      ]),
    );
    for (const code of ['QZA', 'QBA']) {
      const place = `reports/week=${WEEK}/version=1.0.0/icb=${code}`;
      for (const row of jsonOf(first, place).tables['practices']!.rows) {
        expect(row['icb_code']).toBe(code);
      }
      const all = [...filesIn(first, place)].filter(
        ([name]) => /csv|html|json/.test(name) && name !== 'manifest.json',
      );
      for (const [name, bytes] of all) {
        const words = new Set(text(bytes).match(/[A-Z][A-Z0-9]{2,5}/g));
        const others = [...icbOf].filter(
          ([practice, icb]) => icb !== code && words.has(String(practice)),
        );
        expect({ name, others }).toEqual({ name, others: [] });
      }
    }
  });

  test('the same again publishes nothing', async () => {
    const before = hashes(first);
    expect(await publish(facts, first)).toMatchObject({
      outcome: 'was-published',
      version: '1.0.0',
    });
    expect(hashes(first)).toEqual(before);
  });

  test('a run that broke off behind the link is made good: the history is laid', async () => {
    const cut: MemoryObjects = memoryObjects();
    for (const [key, bytes] of first.all)
      if (!key.startsWith('history/')) await cut.putIfAbsent(key, bytes);
    await publish(facts, cut);
    expect(hashes(cut)).toEqual(hashes(first));
  });

  test('the facts in another order, and some of them twice, give the same bytes', async () => {
    const again = memoryObjects();
    const turned = [...facts.toReversed(), ...facts.slice(0, 500)];
    await publish(turned, again);
    expect(hashes(again)).toEqual(hashes(first));
  }, 60_000);

  test('what was received after the cut-off plays no part', async () => {
    const again = memoryObjects();
    const late = extract({
      code: 'B90003',
      asAt: '2023-12-03',
      on: false,
      receivedAt: '2023-12-04T06:00:00.001Z',
    });
    await publish([...facts, ...late], again);
    expect(hashes(again)).toEqual(hashes(first));
  }, 60_000);

  test('leftovers of a run that broke off before its link stay beside, and the link names the other folder', async () => {
    const reports = memoryObjects();
    await reports.putIfAbsent(`${england('1.0.0')}/coverage.csv`, new TextEncoder().encode('half'));
    expect(await publish(facts, reports)).toMatchObject({
      folder: 'week=2023-12-04/version=1.0.0-again1',
    });
    expect(linkOf(reports, 1).folder).toBe('week=2023-12-04/version=1.0.0-again1');
  }, 60_000);

  test('verify finds it sound, with the ledger and without', async () => {
    const place = england('1.0.0');
    const [files, manifest] = [filesIn(first, place), manifestOf(first, place)];
    const code = { facts, entries: POLICY, codeVersion: ASK.codeVersion };
    const checks = [
      checkFiles(files, manifest),
      checkChain(files, manifest, [linkOf(first, 1)]),
      checkEvidence(files, manifest, facts),
      await checkFigures(files, manifest, code),
    ];
    expect(checks.flatMap(({ fails }) => fails)).toEqual([]);
    const other = await checkFigures(files, manifest, { ...code, codeVersion: '0.0.0+other' });
    expect(other).toMatchObject({ fails: [], what: expect.stringContaining('0.0.0+other') });
  });

  test('verify under other code finds a file that was changed together with its hash', async () => {
    const place = england('1.0.0');
    const [files, manifest] = [new Map(filesIn(first, place)), manifestOf(first, place)];
    files.set(
      'practices.csv',
      new TextEncoder().encode(text(files.get('practices.csv')).replace(',live,', ',opt-in,')),
    );
    const other = { facts, entries: POLICY, codeVersion: '0.0.0+other' };
    expect((await checkFigures(files, manifest, other)).fails).toEqual([
      expect.stringContaining('practices.csv, row'),
    ]);
    const figures = new Map(filesIn(first, place));
    figures.set(
      'coverage.json',
      new TextEncoder().encode(
        text(figures.get('coverage.json')).replace(/"practices":(\d+)/, '"practices":1$1'),
      ),
    );
    const fails = (await checkFigures(figures, manifest, other)).fails.join();
    expect(fails).toContain('coverage, row 1: published');
  });

  test('an ICB’s manifest names no upload that says nothing of its practices, and verifies', async () => {
    const place = `reports/week=${WEEK}/version=1.0.0/icb=QBA`;
    const [files, manifest] = [filesIn(first, place), manifestOf(first, place)];
    const own = new Set(
      facts
        .filter(({ practice }) => text(files.get('denominator.csv')).includes(practice))
        .map(({ source }) => source.uploadId),
    );
    expect(manifest.uploads.length).toBeLessThan(
      manifestOf(first, england('1.0.0')).uploads.length,
    );
    expect(manifest.uploads.filter(({ uploadId }) => !own.has(uploadId))).toEqual([]);
    const code = { facts, entries: POLICY, codeVersion: ASK.codeVersion };
    const checks = [
      checkEvidence(files, manifest, facts),
      await checkFigures(files, manifest, code),
    ];
    expect(checks.flatMap(({ fails }) => fails)).toEqual([]);
  });

  test('a run that breaks off at any write is made good by the next, with one link and no other bytes', async () => {
    for (const fails of [1, 7, 60, 221, 222]) {
      const broken = memoryObjects();
      let writes = 0;
      const breaking = {
        ...broken,
        putIfAbsent: async (key: string, bytes: Uint8Array) => {
          writes += 1;
          if (writes === fails) throw new Error('the power went');
          return broken.putIfAbsent(key, bytes);
        },
      };
      await expect(publish(facts, breaking)).rejects.toThrow('the power went');
      await publish(facts, broken);
      expect(hashes(broken)).toEqual(hashes(first));
    }
  }, 120_000);

  test('verify says which file, upload or figure is not what was published', async () => {
    const place = england('1.0.0');
    const [files, manifest] = [new Map(filesIn(first, place)), manifestOf(first, place)];
    const changed = new Map(files).set('moved.csv', new TextEncoder().encode('nothing moved\n'));
    changed.delete('xmr.csv');
    changed.set('extra.csv', new Uint8Array());
    expect(checkFiles(changed, manifest).fails).toEqual([
      'moved.csv is not the file that was published',
      'xmr.csv is missing',
      'extra.csv is no part of the release',
    ]);
    const [upload] = manifest.uploads;
    const fewer = facts.filter(({ source }) => source.uploadId !== upload!.uploadId);
    expect(checkEvidence(files, manifest, fewer).fails).toContain(
      `upload ${upload!.uploadId} is not in this ledger`,
    );
    const isLive = facts.find((fact) => fact.kind === 'default-access' && fact.values.on)!;
    const without = facts.filter(({ practice }) => practice !== isLive.practice);
    const code = { facts: without, entries: POLICY, codeVersion: ASK.codeVersion };
    const figures = await checkFigures(files, manifest, code);
    expect(figures.fails).toContain('coverage.csv comes out differently');
  });
});

describe('what is refused, with nothing published', () => {
  test.each([
    ['an empty ledger', [], {}, 'nothing has been sent yet'],
    [
      'an amendment of a week without a release',
      facts,
      { amend: { note: 'why', knownAt: instant('2023-12-05T00:00:00Z') } },
      'has no release to amend',
    ],
  ] as const)('%s', async (_, all, ask, why) => {
    const reports = memoryObjects();
    const outcome = await publish(all, reports, ask);
    expect(outcome).toMatchObject({ outcome: 'refused', why: expect.stringContaining(why) });
    expect(reports.all.size).toBe(0);
  });
});

describe('amending', () => {
  const copy = async () => {
    const reports = memoryObjects();
    for (const [key, bytes] of first.all) await reports.putIfAbsent(key, bytes);
    return reports;
  };
  const amend = (note: string, knownAt: string) => ({ amend: { note, knownAt: instant(knownAt) } });
  const practices = () => jsonOf(first, england('1.0.0')).tables['practices']!.rows;

  test('an amendment that would change nothing is refused', async () => {
    const reports = await copy();
    const outcome = await publish(facts, reports, amend('no reason', '2023-12-05T09:00:00Z'));
    expect(outcome).toMatchObject({
      outcome: 'refused',
      why: expect.stringContaining('nothing would change'),
    });
    expect(hashes(reports)).toEqual(hashes(first));
  });

  test('news makes 1.1.0, whose log says what was restated and why; the order come twice publishes once; 1.0.0 stays', async () => {
    const reports = await copy();
    const other = practices().find(
      (row) => row['status'] === 'no-evidence' && row['in_open'] === 'yes',
    )!;
    const supplier = String(other['system_supplier'] ?? 'EMIS') as 'EMIS';
    const news = extract({
      code: String(other['practice_code']),
      supplier,
      asAt: '2023-12-01',
      on: true,
      receivedAt: '2023-12-04T12:00:00.000Z',
    });
    const order = amend('An extract came late', '2023-12-05T09:00:00Z');
    expect(await publish([...facts, ...news], reports, order)).toMatchObject({
      outcome: 'published',
      version: '1.1.0',
    });
    expect(await publish([...facts, ...news], reports, order)).toMatchObject({
      outcome: 'was-published',
      version: '1.1.0',
    });
    const [was, is] = [jsonOf(reports, england('1.0.0')), jsonOf(reports, england('1.1.0'))];
    const live = (json: ReleaseJson) =>
      json.tables['coverage']!.rows.find(
        (row) => row['scope_code'] === 'ENGLAND' && row['denominator'] === 'open',
      )!['live'];
    expect(Number(live(is))).toBe(Number(live(was)) + 1);
    const restated = is.tables['restatements']!.rows.find(
      (row) =>
        row['figure'] === 'live' &&
        row['scope_code'] === 'ENGLAND' &&
        row['denominator'] === 'open',
    );
    expect(restated).toMatchObject({
      version: '1.1.0',
      replaces: '1.0.0',
      was: String(live(was)),
      is: String(live(is)),
      cause: 'Late news +1',
    });
    expect(is).toMatchObject({ note: 'An extract came late', comparedWith: was.comparedWith });
    expect(manifestOf(reports, england('1.1.0')).previous).toBe(
      linkOf(reports, 1).manifests['ENGLAND'],
    );
    expect(linkOf(reports, 2).previous).toBe(
      hash('sha256', reports.all.get('reports/chain/000001.json')!),
    );
    for (const [key, bytes] of first.all) expect(reports.all.get(key)).toEqual(bytes);
    const files = filesIn(reports, england('1.1.0'));
    const code = { facts: [...facts, ...news], entries: POLICY, codeVersion: ASK.codeVersion };
    expect((await checkFigures(files, manifestOf(reports, england('1.1.0')), code)).fails).toEqual(
      [],
    );
  }, 60_000);

  test('corrections alone make 1.0.1', async () => {
    const reports = await copy();
    const [live] = practices().filter(
      (row) => row['status'] === 'live' && row['in_open'] === 'yes',
    );
    const newest = facts
      .filter((fact) => fact.practice === live!['practice_code'] && fact.kind === 'default-access')
      .sort((a, b) => (a.asAt < b.asAt ? 1 : -1))[0]!;
    const back = retractionOf(newest, { receivedAt: '2023-12-04T12:00:00.000Z' });
    const outcome = await publish(
      [...facts, back],
      reports,
      amend('Taken back', '2023-12-05T09:00:00Z'),
    );
    expect(outcome).toMatchObject({ outcome: 'published', version: '1.0.1' });
  }, 60_000);

  test('the next week starts from the latest version of this one', async () => {
    const reports = await copy();
    const week = day('2023-12-11');
    await publish(facts, reports, { week });
    const manifest = manifestOf(reports, `reports/week=${week}/version=1.0.0/england`);
    expect(manifest.comparedWith).toEqual(manifestOf(reports, england('1.0.0')).clocks);
    expect(manifest.previous).toBe(linkOf(reports, 1).manifests['ENGLAND']);
  }, 60_000);
});
