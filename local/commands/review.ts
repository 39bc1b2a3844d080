import { type Command, InvalidArgumentError } from 'commander';
import type { Act } from '../../shared/intake/acts/act.ts';
import { OUT_REASONS, reviewOf } from '../../shared/intake/acts/review.ts';
import { doAct } from '../do-act.ts';
import { PlainError } from '../plain-error.ts';
import { orgOption, senderFrom } from '../sender-options.ts';
import type { Shell } from '../shell.ts';

type Options = {
  readonly accept?: true;
  readonly change?: true;
  readonly out?: string;
  readonly note?: string;
  readonly org: string;
  readonly json?: true;
};

/** `rollout review UPLOAD --accept|--change|--out REASON`: an ICB's judgement of a document. */
export function reviewCommand(program: Command, shell: Shell): Command {
  const command = program
    .command('review')
    .description("an ICB's judgement of a letter, plan or DPIA; a later one takes its place")
    .argument('<upload>', 'the id of the upload that brought the document')
    .option('--accept', 'the document is good')
    .option('--change', 'ask the practice for a change; the document counts meanwhile')
    .option('--out <reason>', `judge it out: ${Object.keys(OUT_REASONS).join(', ')}`)
    .option('--note <text>', 'what to say to the practice; kept with the original', asNote)
    .addOption(orgOption().makeOptionMandatory())
    .option('--json', 'the receipt as JSON');
  return command.action((of: string, options: Options) => {
    const judgement = judgementFrom(options);
    const sender = senderFrom('icb', options.org);
    return doAct({
      ...{ command, shell },
      json: options.json === true,
      inWords: (act) => inWords(of, judgement, act),
      actAt: async ({ ledger, work }, receivedAt) => {
        const receipt = (await work.receipt(of)) ?? null;
        const asked = { of, receipt, judgement, note: options.note ?? null, sender, receivedAt };
        return reviewOf(asked, await ledger.all());
      },
    });
  });
}

function judgementFrom({ accept, change, out }: Options): string {
  const said = [accept && 'accepted', change && 'change-asked', out?.trim().toLowerCase()];
  const judgements = said.filter((word) => word !== undefined);
  const [judgement] = judgements;
  if (judgement !== undefined && judgements.length === 1) return judgement;
  throw new PlainError('Say one of --accept, --change and --out REASON.', 2);
}

function asNote(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('Leave it out, or say something in it.');
}

function inWords(of: string, judgement: string, { facts, upload }: Act): string {
  if (facts.length === 0)
    return `Nothing new: the last review of upload ${of} says the same. If a state looks behind it, run "rollout replay".`;
  const practices = [...new Set(facts.map(({ practice }) => practice))].join(', ');
  const which = `the document of upload ${of}, of practice ${practices}`;
  return `${sentence(judgement, which)} Upload ${upload.uploadId}.`;
}

function sentence(judgement: string, which: string): string {
  if (judgement === 'accepted') return `Accepted: ${which}.`;
  if (judgement === 'change-asked') return `A change is asked of ${which}; it counts meanwhile.`;
  return `Judged out as ${judgement}: ${which}. It no longer counts.`;
}
