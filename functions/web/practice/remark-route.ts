import * as z from 'zod';
import type { Sender } from '../../../shared/evidence/fact.ts';
import { remarkOf } from '../../../shared/intake/acts/remark.ts';
import { commitAct } from '../../intake/commit-act.ts';
import { doing, type View } from '../route.ts';
import { practiceRoute } from './practice-route.ts';
import { PracticeAsk, practiceAsked } from './practice-says.ts';

const LONGEST = 1_000;
const Form = z.object({
  text: z
    .string('Write your remark')
    .trim()
    .min(1, 'Write your remark')
    .max(LONGEST, 'Write at most 1,000 characters'),
});

/** `POST /practices/:code/remark`: the practice's own words beside its status. */
export const remarkRoute = doing({
  path: '/practices/:code/remark',
  about: 'Puts the practice’s own words beside its status; no rule reads them.',
  ask: PracticeAsk,
  action: 'reply',
  on: practiceAsked,
  form: Form,
  async act(deps, asked, { text }) {
    const { member, moment, clocks } = asked;
    const practice = (await deps.world.on(clocks)).byCode.get(asked.ask.code)!;
    const { status, practice: code } = practice.decision;
    const sender: Sender =
      member.scope.type === 'pcn'
        ? { role: 'pcn', org: member.scope.code }
        : { role: 'practice', org: code };
    const acted = remarkOf(
      { practice: code, status, text, sender, receivedAt: moment },
      await deps.index.of(code),
    );
    if (!acted.ok) return { wrong: [{ field: 'text', says: acted.why }] };
    const receipt = await commitAct(deps, acted.act);
    return {
      to: `/practices/${code}?done=remarked`,
      says: { upload: receipt.uploadId, practice: code },
      audit: { did: 'remarked', what: code, icb: practice.place.icb },
    };
  },
  async again(deps, asked, { typed }) {
    if (practiceRoute.is !== 'reading') throw new Error('a practice is read');
    const { route } = practiceRoute;
    const view = route.page((await route.answer(deps, asked))!, asked) as View;
    return { ...view, data: { ...view.data, typedText: typed['text'] ?? '', isTried: true } };
  },
});
