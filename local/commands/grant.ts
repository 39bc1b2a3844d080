import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { grantUpload } from '../../functions/intake/grant-upload.ts';
import type { SenderRole } from '../../shared/evidence/fact.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../shared/intake/document/checklist.ts';
import { CONTENT_TYPES } from '../../shared/intake/upload-limits.ts';
import type { PracticeCode } from '../../shared/practice/code.ts';
import { folderGrants } from '../../shared/store/folder-grants.ts';
import { folderQuarantine } from '../../shared/store/folder-quarantine.ts';
import type { UploadGrant } from '../../shared/store/ports.ts';
import { asPractice } from '../hand-in-options.ts';
import { now } from '../now.ts';
import { PlainError } from '../plain-error.ts';
import { orgOption, roleOption, senderFrom } from '../sender-options.ts';
import { folderOf, printJson, type Shell } from '../shell.ts';
import { STORAGE_PATH } from '../storage-path.ts';
import { uploadSecret } from '../upload-secret.ts';
import { uploadEndpoint } from '../upload-server.ts';

type Options = {
  readonly from: SenderRole;
  readonly org?: string;
  readonly file: string;
  readonly practice?: PracticeCode;
  readonly document?: DocumentKind;
  readonly form?: string;
};

/** `rollout grant`: a form with which one file can be sent, from a browser without scripts, within five minutes. */
export function grantCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('grant')
    .description('a form to send one file with, for five minutes; needs "npm start" on the folder')
    .addOption(roleOption('who will send it').makeOptionMandatory())
    .addOption(orgOption())
    .requiredOption('--file <name>', 'what the file is called, such as letter.pdf')
    .option('--practice <code>', 'the practice that a document is for', asPractice)
    .addOption(new Option('--document <kind>', 'what a document is').choices(DOCUMENT_KINDS))
    .option('--form <file>', 'write the form as an HTML page (default: print it as JSON)');
  return command.action(async (options: Options) => {
    const { root } = folderOf(command);
    const folder = folderOf(command);
    const endpoint = await uploadEndpoint(root);
    if (endpoint === undefined) {
      throw new PlainError(`Nothing takes uploads on ${root}. Run "npm start" first.`);
    }
    const grants = folderGrants({
      url: `${endpoint}${STORAGE_PATH}`,
      secret: await uploadSecret(root),
      now,
    });
    const { openMachine } = await import('../machine.ts');
    const machine = await openMachine(folder);
    try {
      const quarantine = folderQuarantine(root, grants);
      const { work } = machine;
      const granted = await grantUpload({ quarantine, work, newId: randomUUID, now })(
        asked(options),
      );
      if ('refused' in granted) throw new PlainError(granted.refused.join('; '), 2);
      if (options.form === undefined) printJson(shell, granted);
      else await writeForm(options.form, granted.grant, shell);
    } finally {
      await machine.close();
    }
  });
}

/** By the name's ending: a browser says the same of the file. What it really is shows in its bytes. */
const TYPE_BY_ENDING = new Map([
  ['csv', CONTENT_TYPES[0]],
  ['xlsx', CONTENT_TYPES[1]],
  ['docx', CONTENT_TYPES[2]],
  ['pdf', CONTENT_TYPES[3]],
]);

function asked({ from, org, file, practice, document }: Options) {
  const contentType = TYPE_BY_ENDING.get(file.split('.').at(-1)?.toLowerCase() ?? '');
  if (contentType === undefined) {
    throw new PlainError('--file ends in .csv, .xlsx, .docx or .pdf, such as letter.pdf.', 2);
  }
  const isAbout = practice !== undefined || document !== undefined;
  const about = { practice: practice ?? null, document: document ?? null };
  return {
    sender: senderFrom(from, org ?? (from === 'practice' ? practice : undefined)),
    fileName: file,
    contentType,
    ...(isAbout && { about }),
  };
}

async function writeForm(path: string, { url, fields }: UploadGrant, shell: Shell): Promise<void> {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const html = `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Send a file</title></head>
<body>
<h1>Send a file</h1>
<p>Take all patient data out first. The form works for five minutes, for one file of at most 20 MB.</p>
<form method="post" action="${escaped(url)}" enctype="multipart/form-data">
${hidden.join('\n')}
<p><label for="file">File</label> <input type="file" id="file" name="file" required></p>
<p><button type="submit">Send</button></p>
</form>
</body>
</html>
`;
  await writeFile(path, html);
  shell.print(`The form is in ${path}.`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
