import type { Fact } from '../../../shared/evidence/fact.ts';
import * as say from '../builders.ts';

/** One fact of each kind there is. */
export function oneOfEachKind(): Fact[] {
  return [
    say.listing({ row: 2 }),
    say.listSize(),
    say.membership(),
    say.succession(),
    ...say.extract({ on: true, since: '2022-05-01', scheduledOn: '2022-11-01', onlineAccounts: 9 }),
    say.letter(),
    say.dpia(say.viaIcb),
    say.optInStep(),
    say.plan({ backfilledAt: '2023-01-01T00:00:00Z' }),
    say.bulk104(),
    say.declared(),
    say.review(),
    say.review({ judgement: 'change-asked' }),
    say.reply(),
    say.exemption(),
    say.retractionOf(say.letter()),
    say.retractionOf(say.plan(), { upload: 'practice-2022-11-10' }),
  ];
}
