import { beforeAll, describe, expect, test } from 'vitest';
import { synthesised } from './synthesised.ts';
import { ADMINISTRATOR, type Request, whoMay } from './who-may.ts';

let may: ReturnType<typeof whoMay>;
beforeAll(() => {
  may = whoMay(synthesised().template);
});

const INTAKE = '^intakeintakeownrole';
const STATE = '^statestateownrole';
const RELEASE = '^releasereleaseownrole';
const ALERT = '^alertalertownrole';
const PAGES = '^alertpagespagesownrole';
const GRANT = '^uploadsgrantownrole';
const ERASER = '^storageeraser';
const SCANNER = '^intakemalwarescanscanner';

const FORM = { 's3:authType': 'POST', 's3:signatureAge': '1000' };
const IF_NONE = { 's3:if-none-match': '*' };
const ALL = [INTAKE, STATE, RELEASE, ALERT, PAGES, GRANT, ERASER, SCANNER, ADMINISTRATOR];
const FACTS = 'evidence/facts/up-1.ndjson.gz';
const ORIGINAL = `evidence/originals/${'a'.repeat(64)}`;
const TOMBSTONE = `evidence/tombstones/${'a'.repeat(64)}.json`;
const UPLOAD = 'uploads/up-1';

type Asked = Omit<Request, 'who' | 'bucket'> & { readonly by: readonly string[] };

/** Exactly those named may do it. */
function onlyThese(bucket: Request['bucket'], { by, ...asked }: Asked): void {
  const those = ALL.filter((who) => may({ ...asked, bucket, who }));
  expect(those).toEqual(ALL.filter((who) => by.includes(who)));
}

describe('quarantine', () => {
  test.each([
    { what: 'a form', saying: FORM, by: [GRANT, ADMINISTRATOR] },
    { what: 'a form signed long ago', saying: { ...FORM, 's3:signatureAge': '900001' }, by: [] },
    { what: 'a plain put', saying: { 's3:authType': 'REST-HEADER' }, by: [] },
    { what: 'a presigned put', saying: { 's3:authType': 'REST-QUERY-STRING' }, by: [] },
  ])('files come in by $what: $by', ({ saying, by }) => {
    onlyThese('uploads', { action: 's3:PutObject', key: UPLOAD, saying, by });
  });

  test.each([
    { action: 's3:GetObject', by: [INTAKE, SCANNER, ADMINISTRATOR] },
    { action: 's3:GetObjectVersion', by: [INTAKE, SCANNER, ADMINISTRATOR] },
    { action: 's3:DeleteObjectVersion', by: [INTAKE, ADMINISTRATOR] },
    { action: 's3:DeleteObject', by: [ADMINISTRATOR] },
    { action: 's3:PutObjectTagging', by: [ADMINISTRATOR] },
  ])('$action: $by', ({ action, by }) => {
    onlyThese('uploads', { action, key: UPLOAD, by });
  });

  test('the scanner may put its own trial object, and no other', () => {
    const saying = { 's3:authType': 'REST-HEADER' };
    const put = { who: SCANNER, action: 's3:PutObject', bucket: 'uploads', saying } as const;
    expect(may({ ...put, key: 'malware-protection-resource-validation-object' })).toBe(true);
    expect(may({ ...put, key: 'other' })).toBe(false);
  });
});

describe('evidence', () => {
  const PUT = 's3:PutObject';
  test.each([
    { what: 'facts', key: FACTS, by: [INTAKE, ADMINISTRATOR] },
    { what: 'originals', key: ORIGINAL, by: [INTAKE, ADMINISTRATOR] },
    { what: 'tombstones', key: TOMBSTONE, by: [ERASER, ADMINISTRATOR] },
  ])('$what are written only where nothing is, by $by', ({ key, by }) => {
    onlyThese('evidence', { action: PUT, key, saying: IF_NONE, by });
    onlyThese('evidence', { action: PUT, key, by: [] });
  });

  test.each([
    { what: 'facts', key: FACTS },
    { what: 'tombstones', key: TOMBSTONE },
    { what: 'anything else', key: 'evidence/other' },
  ])('nobody removes $what, an administrator no more than a function', ({ key }) => {
    for (const action of REMOVING) onlyThese('evidence', { action, key, by: [] });
  });

  test('the erasure role alone removes originals, version by version, past their lock', () => {
    for (const action of ['s3:DeleteObjectVersion', 's3:BypassGovernanceRetention']) {
      onlyThese('evidence', { action, key: ORIGINAL, by: [ERASER] });
    }
    onlyThese('evidence', { action: 's3:DeleteObject', key: ORIGINAL, by: [] });
  });

  test.each(['s3:PutObjectRetention', 's3:PutObjectLegalHold'])('nobody may %s', (action) => {
    for (const key of [FACTS, ORIGINAL, TOMBSTONE]) onlyThese('evidence', { action, key, by: [] });
  });

  test.each([
    { what: 'facts', key: FACTS, by: [INTAKE, STATE, RELEASE, ALERT, ADMINISTRATOR] },
    { what: 'originals', key: ORIGINAL, by: [ADMINISTRATOR] },
    { what: 'tombstones', key: TOMBSTONE, by: [INTAKE, ERASER, ADMINISTRATOR] },
  ])('$what are read by $by', ({ key, by }) => {
    onlyThese('evidence', { action: 's3:GetObject', key, by });
  });
});

describe('releases', () => {
  const PUBLISHED = [
    'reports/week=2023-12-04/manifest.json',
    'history/week=2023-12-04/1.0.0.parquet',
  ];

  test.each(PUBLISHED)('%s is written by the release function, where nothing is', (key) => {
    const by = [RELEASE, ADMINISTRATOR];
    onlyThese('reports', { action: 's3:PutObject', key, saying: IF_NONE, by });
    onlyThese('reports', { action: 's3:PutObject', key, by: [] });
  });

  test.each([
    { key: PUBLISHED[0]!, by: [RELEASE, ALERT, ADMINISTRATOR] },
    { key: PUBLISHED[1]!, by: [RELEASE, ADMINISTRATOR] },
  ])('$key is read by $by', ({ key, by }) => {
    onlyThese('reports', { action: 's3:GetObject', key, by });
  });

  test.each([...PUBLISHED, 'anything else'])('nobody removes %s', (key) => {
    for (const action of REMOVING) onlyThese('reports', { action, key, by: [] });
  });

  test('the release function writes nothing else', () => {
    const put = { who: RELEASE, action: 's3:PutObject', saying: IF_NONE } as const;
    expect(may({ ...put, bucket: 'reports', key: 'other' })).toBe(false);
    expect(may({ ...put, bucket: 'evidence', key: FACTS })).toBe(false);
    expect(may({ ...put, bucket: 'uploads', key: UPLOAD, saying: FORM })).toBe(false);
  });
});

const REMOVING = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'];

test('nothing is done without TLS', () => {
  const saying = { ...FORM, 'aws:SecureTransport': 'false' };
  onlyThese('uploads', { action: 's3:PutObject', key: UPLOAD, saying, by: [] });
  const read = { action: 's3:GetObject', saying: { 'aws:SecureTransport': 'false' }, by: [] };
  onlyThese('reports', { ...read, key: 'reports/week=2023-12-04/report.html' });
});
