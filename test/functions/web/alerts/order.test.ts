import { describe, expect, test } from 'vitest';
import { listKey, ORDERS } from '../../../../functions/web/alerts/open-alerts.ts';
import type { PlacedEpisode, Section } from '../../../../shared/alert/messages/placed.ts';

const alert = (id: string, section: Section, noticedOn: string, patients: number | null) =>
  ({ section, episode: { id, noticedOn, about: { patients } } }) as unknown as PlacedEpisode;

const ALERTS = [
  alert('young', 'new', '2023-12-04', 5_000),
  alert('climbed', 'escalated', '2023-11-06', 9_000),
  alert('oldest', 'open', '2023-08-07', 3_000),
  alert('as-old-and-larger', 'open', '2023-08-07', 60_000),
  alert('not-listed', 'open', '2023-10-02', null),
  alert('asleep', 'snoozed', '2023-01-02', 90_000),
];

describe('alerts in order', () => {
  test.each([
    {
      order: 'longest',
      ids: ['as-old-and-larger', 'oldest', 'not-listed', 'climbed', 'young', 'asleep'],
    },
    {
      order: 'patients',
      ids: ['as-old-and-larger', 'climbed', 'young', 'oldest', 'not-listed', 'asleep'],
    },
    {
      order: 'new',
      ids: ['young', 'climbed', 'as-old-and-larger', 'oldest', 'not-listed', 'asleep'],
    },
  ] as const)('$order first', ({ order, ids }) => {
    const keyOf = listKey(order);
    const sorted = ALERTS.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    expect(sorted.map(({ episode }) => episode.id)).toEqual(ids);
  });

  test('each order is tried', () => {
    expect(ORDERS).toHaveLength(3);
  });
});
