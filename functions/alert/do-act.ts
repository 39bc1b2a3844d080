import type { Act, Episode } from '../../shared/alert/episode.ts';
import { withAct } from '../../shared/alert/episodes/act-on.ts';
import type { Episodes } from '../../shared/store/alert-ports.ts';

const TRIES = 6;

/**
 * Notes what a person did about an episode. Gives the episode with it, the stored one where it was noted
 * before, or why it was refused, in plain English. Whoever writes the episode meanwhile loses nothing.
 */
export async function doAct(
  episodes: Pick<Episodes, 'of' | 'save'>,
  id: string,
  act: Act,
): Promise<Episode | { readonly refused: string }> {
  for (let tried = 0; tried < TRIES; tried++) {
    const episode = await episodes.of(id);
    if (episode === undefined) {
      return { refused: `There is no episode ${id}. "rollout alerts" lists those that are open.` };
    }
    const next = withAct(episode, act);
    if (next === episode || 'refused' in next) return next;
    if ((await episodes.save(next)) === 'saved') return next;
  }
  throw new Error(`episode ${id} was overtaken by other writers ${TRIES} times`);
}
