import { readdir, readFile } from 'node:fs/promises';
import type { GoodFile } from './mutations.ts';

const RETURN = [
  'practice_code,as_at_date,declared_status,letter_to,letter_sent_date,plan_date,plan_lead,comment',
  'A81001,04/12/2023,paused,EMIS,31/10/2022 16:30,,,"two lines\nin a cell"',
  'A81002,4 December 2023,working towards,,,01/11/2023,Sam Example,',
].join('\r\n');

const EXTRACT = [
  'practice_code,system_supplier,extract_date,default_access,online_accounts,accounts_with_access',
  'A81001,EMIS,04/12/2023,on,"5,000",4500',
  'A81002,SystmOne,04/12/2023,off,300,0',
].join('\n');

const FIXTURES = ['../open/fixtures/', '../open/document-fixtures/'] as const;
const SENT = /\.(?:csv|xlsx|docx|pdf)$/;

/** Good files of every format: two tables, and all fixtures that other programs made. */
export async function goodFiles(): Promise<readonly GoodFile[]> {
  const texts = [
    { name: 'return.csv', bytes: new TextEncoder().encode(RETURN) },
    { name: 'extract.csv', bytes: new TextEncoder().encode(EXTRACT) },
  ];
  const fixtures = await Promise.all(FIXTURES.map(filesIn));
  return [...texts, ...fixtures.flat()];
}

async function filesIn(folder: string): Promise<readonly GoodFile[]> {
  const url = new URL(folder, import.meta.url);
  const names = (await readdir(url)).filter((name) => SENT.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      bytes: new Uint8Array(await readFile(new URL(name, url))),
    })),
  );
}
