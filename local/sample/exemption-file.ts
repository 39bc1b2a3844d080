import { day } from '../../shared/calendar/day.ts';
import type { Actor } from './actor.ts';
import { csvLine, csvText } from './csv-text.ts';
import { momentOf } from './programme-dates.ts';
import type { SampleFile } from './sample.ts';

/** How many practices their ICB, and NHS England, has exempted. */
const BY_ICB = 6;
const NATIONAL = 1;

/** The exemptions: a few by ICBs and one by NHS England, all for practices of which nothing else is heard. */
export function exemptionFile(actors: readonly Actor[]): SampleFile {
  const quiet = actors.filter((a) => a.storyline === 'silent').slice(0, BY_ICB + NATIONAL);
  const rows = quiet.map(({ practice }, index) => [
    practice.code,
    index < NATIONAL ? 'national' : 'icb',
    'Serves people in secure accommodation',
    index < NATIONAL ? 'Programme director' : 'Medical director',
    '2023-06-01',
    '2024-05-31',
  ]);
  const header = ['practice_code', 'level', 'reason', 'approved_by', 'start_date', 'end_date'];
  return {
    name: 'exemptions-2023-06-01.csv',
    text: csvText([header, ...rows].map(csvLine)),
    sender: { role: 'national' },
    receivedAt: momentOf(day('2023-06-02'), '12:00'),
    asAt: null,
  };
}
