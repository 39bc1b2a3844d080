import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Act } from '../../shared/intake/acts/act.ts';
import { replyOf } from '../../shared/intake/acts/reply.ts';
import { doAct } from '../do-act.ts';
import { orgOption, senderFrom } from '../sender-options.ts';
import type { Shell } from '../shell.ts';

const REPLIERS = ['practice', 'pcn', 'icb'] as const;

type Options = {
  readonly text: string;
  readonly from: (typeof REPLIERS)[number];
  readonly org: string;
  readonly json?: true;
};

/** `rollout reply UPLOAD --text TEXT`: the practice's own words on a review of its document. */
export function replyCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('reply')
    .description("a practice's answer, in its own words, to a review of its document")
    .argument('<upload>', 'the id of the upload that brought the document')
    .requiredOption('--text <text>', 'the reply; kept with the original', asText)
    .addOption(
      new Option('--from <role>', 'the practice, or who replies on its behalf')
        .choices(REPLIERS)
        .default('practice'),
    )
    .addOption(orgOption().makeOptionMandatory())
    .option('--json', 'the receipt as JSON');
  return command.action((of: string, { text, from, org, json }: Options) =>
    doAct({
      ...{ command, shell },
      json: json === true,
      inWords: (act) => inWords(of, act),
      actAt: async ({ ledger, work }, receivedAt) => {
        const receipt = (await work.receipt(of)) ?? null;
        const sender = senderFrom(from, org);
        return replyOf({ of, receipt, text, sender, receivedAt }, await ledger.all());
      },
    }),
  );
}

function asText(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('Say something in it.');
}

function inWords(of: string, { facts, upload }: Act): string {
  const [fact] = facts;
  const whose = fact?.source.onBehalfOf === undefined ? '' : ', said on its behalf';
  return `Practice ${fact?.practice} has replied on the document of upload ${of}${whose}. Upload ${upload.uploadId}.`;
}
