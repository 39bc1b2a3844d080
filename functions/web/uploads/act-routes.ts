import * as z from 'zod';
import type { AuditVerb } from '../../../shared/access/audit-entry.ts';
import type { PracticeAt, Resource } from '../../../shared/access/resource.ts';
import type { Sender } from '../../../shared/evidence/fact.ts';
import type { Acted } from '../../../shared/intake/acts/act.ts';
import { replyOf } from '../../../shared/intake/acts/reply.ts';
import { reviewOf } from '../../../shared/intake/acts/review.ts';
import { commitAct } from '../../intake/commit-act.ts';
import type { WebDeps } from '../deps.ts';
import { type Asked, type Done, doing, type Tried, type View, type Wrong } from '../route.ts';
import { receiptRoute, uploadAsked } from './receipt-route.ts';
import { UploadAsk } from './receipt-says.ts';

const LONGEST = 1_000;
const words = (empty: string) =>
  z.string(empty).trim().max(LONGEST, 'Write at most 1,000 characters');

const ReviewForm = z.object({
  judgement: z.string('Choose a judgement').min(1, 'Choose a judgement'),
  note: words('Write text').default(''),
});
const ReplyForm = z.object({ text: words('Write your reply').min(1, 'Write your reply') });

/** The practice that a document is for: whose ICB reviews it, and who replies. */
async function practiceOf(deps: WebDeps, asked: Asked<UploadAsk>): Promise<Resource | null> {
  const practice = (await uploadAsked(deps, asked))?.practice ?? null;
  return practice === null ? null : { kind: 'practice', ...practice };
}

/** An ICB's judgement of a document: accepted, a change asked for, or judged out for a reason. */
export const reviewRoute = doing({
  path: '/uploads/:id/review',
  about: 'Reviews a document: accepted, change-asked, or a reason for which it is judged out.',
  action: 'review',
  ask: UploadAsk,
  on: practiceOf,
  form: ReviewForm,
  async act(deps, asked, { judgement, note }) {
    const { member } = asked;
    // An analyst of all England has no ICB in whose name to review.
    const sender: Sender =
      member.scope.type === 'icb' ? { role: 'icb', org: member.scope.code } : { role: 'national' };
    const acted = reviewOf(
      { ...(await about(deps, asked)), sender, judgement, note: note === '' ? null : note },
      await factsOf(deps, asked),
    );
    return done(deps, asked, { acted, did: 'reviewed', field: 'judgement' });
  },
  again,
});

/** The practice's own words beside a review. */
export const replyRoute = doing({
  path: '/uploads/:id/reply',
  about: 'The practice’s answer, in its own words, to a review of its document.',
  action: 'reply',
  ask: UploadAsk,
  on: practiceOf,
  form: ReplyForm,
  async act(deps, asked, { text }) {
    const { scope } = asked.member;
    const practice = (await uploadAsked(deps, asked))!.practice!;
    const sender: Sender =
      scope.type === 'pcn'
        ? { role: 'pcn', org: scope.code }
        : { role: 'practice', org: practice.code };
    const acted = replyOf(
      { ...(await about(deps, asked)), sender, text },
      await factsOf(deps, asked),
    );
    return done(deps, asked, { acted, did: 'replied', field: 'text' });
  },
  again,
});

async function about({ work }: WebDeps, { ask: { id }, moment }: Asked<UploadAsk>) {
  return { of: id, receipt: (await work.receipt(id)) ?? null, receivedAt: moment };
}

/** All that is known of the practice, also what was said a moment ago. */
async function factsOf(deps: WebDeps, asked: Asked<UploadAsk>) {
  const practice = (await uploadAsked(deps, asked))?.practice ?? null;
  return practice === null ? [] : deps.index.of(practice.code);
}

type Outcome = { readonly acted: Acted; readonly did: AuditVerb; readonly field: string };

async function done(
  deps: WebDeps,
  asked: Asked<UploadAsk>,
  { acted, did, field }: Outcome,
): Promise<Done | Wrong> {
  if (!acted.ok) return { wrong: [{ field, says: acted.why }] };
  const receipt = await commitAct(deps, acted.act);
  const { id } = asked.ask;
  const practice: PracticeAt | null = (await uploadAsked(deps, asked))?.practice ?? null;
  return {
    to: `/uploads/${encodeURIComponent(id)}?done=${did}`,
    says: { upload: receipt.uploadId, of: id },
    audit: { did, what: id, icb: practice?.icb ?? null },
  };
}

/** The receipt again, with what was typed. */
async function again(deps: WebDeps, asked: Asked<UploadAsk>, { typed }: Tried): Promise<View> {
  if (receiptRoute.is !== 'reading') throw new Error('a receipt is read');
  const { route } = receiptRoute;
  const view = route.page((await route.answer(deps, asked))!, asked) as View;
  return { ...view, data: { ...view.data, typedNote: typed['note'], typedText: typed['text'] } };
}
