import * as z from 'zod';
import { objectReports } from '../../../shared/store/object-reports.ts';
import type { WebDeps } from '../deps.ts';
import { type Asked, type Done, doing, type Wrong } from '../route.ts';
import { chainView, checkedView } from './chain-page.ts';
import { chainAnswer, placeAsked, placeResource } from './chain-route.ts';
import { PlaceAsk } from './chain-says.ts';
import { checkRelease } from './check-release.ts';

const Form = z.object({
  release: z
    .string('Choose a week and version')
    .regex(/^\d{4}-\d{2}-\d{2}\/\d+\.\d+\.\d+$/, 'Choose a week and version, as 2023-12-04/1.0.0')
    .describe('Week and version: 2023-12-04/1.0.0'),
  figures: z
    .literal(['yes', ''])
    .optional()
    .describe('yes: works every figure out anew from the ledger, too'),
});
type Form = z.output<typeof Form>;

/** `POST /chain/check`: checks one release of a place. */
export const checkRoute = doing({
  path: '/chain/check',
  about: 'Checks a release: its files against their hashes, the chain, the ledger, and its figures',
  ask: PlaceAsk,
  action: 'check-chain',
  on: placeResource,
  form: Form,
  act: check,
  async again(deps, asked, tried) {
    return chainView(await chainAnswer(deps, asked), asked.query, tried);
  },
});

async function check(
  deps: WebDeps,
  { ask, member }: Asked<PlaceAsk>,
  { release, figures }: Form,
): Promise<Done | Wrong> {
  const place = placeAsked(ask, member);
  const chain = await objectReports(deps.reports).chain();
  const link = chain.find(
    ({ week, version, manifests }) =>
      `${week}/${version}` === release && manifests[place] !== undefined,
  );
  if (link === undefined) {
    return { wrong: [{ field: 'release', says: 'There is no such release. Choose another.' }] };
  }
  const checked = await checkRelease(deps, { link, place, chain, figures: figures === 'yes' });
  const isSound = checked.checks.every(({ fails }) => fails.length === 0);
  return {
    to: checkedView(checked),
    says: { ...checked, is_sound: isSound },
    audit: {
      did: 'checked-chain',
      what: `${release}/${place}`,
      icb: place === 'ENGLAND' ? null : place,
    },
  };
}
