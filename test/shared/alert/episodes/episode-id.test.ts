import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { episodeId, partsOfEpisodeId } from '../../../../shared/alert/episodes/episode-id.ts';
import { RULES } from '../../../../shared/alert/rule.ts';
import type { PracticeCode } from '../../../../shared/practice/code.ts';

describe('the id of an episode', () => {
  it('is read back into what it was made of, the practice in lower case too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A81001', 'ALD001', 'Y02494'),
        fc.constantFrom(...RULES),
        fc.integer({ min: 1, max: 999_999_999 }),
        (code, rule, number) => {
          const practice = code as PracticeCode;
          const id = episodeId(practice, rule, number);
          expect(partsOfEpisodeId(id)).toEqual({ practice, rule, number });
          const lower = id.replace(code, code.toLowerCase());
          expect(partsOfEpisodeId(lower)).toEqual({ practice, rule, number });
        },
      ),
    );
  });

  it.each([
    '',
    'A81001',
    'A81001-stalled',
    'A81001-stalled-0',
    'A81001-stalled-01',
    'A81001-stalled-1.5',
    'A81001-stalled-1234567890',
    'A81001-lazy-1',
    'A81001-STALLED-1',
    'A8100-stalled-1',
    '123456-stalled-1',
    ' A81001-stalled-1',
    'A81001-stalled-1\n',
    'A81001-toString-1',
  ])('%j is none', (text) => {
    expect(partsOfEpisodeId(text)).toBeNull();
  });
});
