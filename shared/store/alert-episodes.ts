import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Episode, EpisodeSchema } from '../alert/episode.ts';
import { RULES } from '../alert/rule.ts';
import { DaySchema, InstantSchema } from '../calendar/day.ts';
import { byCodeUnits } from '../coverage/by-code-units.ts';
import type { Episodes, RunClocks } from './alert-ports.ts';
import { inPlaceOfVersionBefore, itemAt, itemsOf, putWhere } from './work-items.ts';

const Item = z.object({ episode: EpisodeSchema });
const RunItem = z.object({ validAt: DaySchema, knownAt: InstantSchema });
const RUN = { pk: 'alert-run', sk: 'clocks' } as const;
const OPEN = 'episodes#open';
const CLOSED = 'episodes#closed';

/**
 * Episodes in table `work`: item `practice#<code>`, `episode#<rule>#<number>`; in `gsi1` the open ones by
 * id, the closed ones by the day on which they closed. The run mark is the one item `alert-run`.
 */
export function dynamoEpisodes(client: DynamoDBDocumentClient, table: string): Episodes {
  const inTable = { client, table };
  const listed = async (condition: string, values: Record<string, string>) => {
    const ask = {
      TableName: table,
      IndexName: 'gsi1',
      KeyConditionExpression: condition,
      ExpressionAttributeValues: values,
    };
    const items = await itemsOf(client, ask, Item);
    return items.map(({ episode }) => episode).sort((a, b) => byCodeUnits(a.id, b.id));
  };
  const lastRun = () => itemAt(inTable, RUN, RunItem);

  return {
    async of(id) {
      const key = keyOf(id);
      return key === undefined ? undefined : (await itemAt(inTable, key, Item))?.episode;
    },

    async ofPractice(practice) {
      const ask = {
        TableName: table,
        KeyConditionExpression: 'pk = :practice AND begins_with(sk, :episodes)',
        ExpressionAttributeValues: { ':practice': `practice#${practice}`, ':episodes': 'episode#' },
        ConsistentRead: true,
      };
      return (await itemsOf(client, ask, Item)).map(({ episode }) => episode);
    },

    open: () => listed('gsi1pk = :open', { ':open': OPEN }),

    closedFrom: (on) =>
      listed('gsi1pk = :closed AND gsi1sk >= :on', { ':closed': CLOSED, ':on': on }),

    async save(episode) {
      const { version } = episode;
      const put = { TableName: table, Item: itemOf(episode), ...inPlaceOfVersionBefore(version) };
      return (await putWhere(client, put)) ? 'saved' : 'overtaken';
    },

    lastRun,

    async beginRun(clocks) {
      if (await putWhere(client, { TableName: table, ...asLatest(clocks) })) return clocks;
      return (await lastRun()) ?? clocks;
    },
  };
}

/** Of two runs the one with the later day is the later, and on one day the one that knew more. */
function asLatest({ validAt, knownAt }: RunClocks) {
  return {
    Item: { ...RUN, validAt, knownAt },
    ConditionExpression:
      'attribute_not_exists(pk) OR validAt < :validAt OR (validAt = :validAt AND knownAt < :knownAt)',
    ExpressionAttributeValues: { ':validAt': validAt, ':knownAt': knownAt },
  };
}

function itemOf(episode: Episode) {
  const key = keyOf(episode.id);
  if (key === undefined) throw new RangeError(`"${episode.id}" is not the id of an episode`);
  const { closed, id, version } = episode;
  const listed =
    closed === null
      ? { gsi1pk: OPEN, gsi1sk: id }
      : { gsi1pk: CLOSED, gsi1sk: `${closed.on}#${id}` };
  return { ...key, ...listed, version, episode };
}

/** A code has no hyphen, a rule has many: the number is what follows the last. */
function keyOf(id: string): { pk: string; sk: string } | undefined {
  const [, practice, rule, number] = /^([^-]+)-(.+)-([1-9]\d*)$/.exec(id) ?? [];
  if (number === undefined || !RULES.some((each) => each === rule)) return undefined;
  return { pk: `practice#${practice}`, sk: `episode#${rule}#${number.padStart(6, '0')}` };
}
