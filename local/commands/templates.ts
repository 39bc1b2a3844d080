import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { RETURN_KINDS, type ReturnKind } from '../../shared/intake/readers/return-columns.ts';
import { templateCsv } from '../../shared/intake/template/template-csv.ts';
import type { Shell } from '../shell.ts';

/** `rollout templates --out DIR`: files to fill in, CSV and XLSX, made from the schema that checks them. */
export function templatesCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('templates')
    .description('write the files that people fill in, as CSV and as XLSX with notes')
    .requiredOption('--out <dir>', 'the folder to write to')
    .addOption(new Option('--kind <kind>', 'only this one').choices(RETURN_KINDS));
  return command.action(async ({ out, kind }: { out: string; kind?: ReturnKind }) => {
    // Loaded only here: every other command starts faster without the spreadsheet writer.
    const { templateXlsx } = await import('../../shared/intake/template/template-xlsx.ts');
    await mkdir(out, { recursive: true });
    const written: string[] = [];
    const put = async (name: string, content: string | Uint8Array) => {
      await writeFile(join(out, name), content);
      written.push(name);
    };
    for (const one of kind === undefined ? RETURN_KINDS : [kind]) {
      await put(`${one}-template.csv`, templateCsv(one));
      await put(`${one}-template.xlsx`, await templateXlsx(one));
    }
    shell.print(`Wrote to ${resolve(out)}:\n${written.map((name) => `  ${name}`).join('\n')}`);
  });
}
