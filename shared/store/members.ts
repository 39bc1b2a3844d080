import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Member, MemberSchema } from '../access/member.ts';
import type { Instant } from '../calendar/day.ts';
import { itemAt, itemsOf } from './work-items.ts';

/** Who may sign in as whom (table `work`). */
export type Members = {
  of(subject: string): Promise<Member | undefined>;
  /** Writes a membership in place of the one of its subject. */
  save(member: Member): Promise<void>;
  all(): Promise<readonly Member[]>;
};

const Item = z.object({ member: MemberSchema });
const MEMBERS = 'members';

/** Memberships in table `work`: items `member#<subject>`, `member`; all of them in `gsi1`. */
export function dynamoMembers(client: DynamoDBDocumentClient, table: string): Members {
  const keyOf = (subject: string) => ({ pk: `member#${subject}`, sk: 'member' });
  return {
    async of(subject) {
      return (await itemAt({ client, table }, keyOf(subject), Item))?.member;
    },
    async save(member) {
      const key = keyOf(member.subject);
      const Stored = { ...key, gsi1pk: MEMBERS, gsi1sk: key.pk, member };
      await client.send(new PutCommand({ TableName: table, Item: Stored }));
    },
    async all() {
      const ask = {
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :members',
        ExpressionAttributeValues: { ':members': MEMBERS },
      };
      return (await itemsOf(client, ask, Item)).map(({ member }) => member);
    },
  };
}

type Memory = { readonly seconds: number; readonly now: () => Instant };

/** Keeps answers, also that nobody is there, for so many seconds: a membership that was ended lets in no longer than that. */
export function rememberedMembers(members: Members, { seconds, now }: Memory): Pick<Members, 'of'> {
  const kept = new Map<string, { readonly member: Member | undefined; readonly until: number }>();
  return {
    async of(subject) {
      const at = Date.parse(now());
      const before = kept.get(subject);
      if (before !== undefined && at < before.until) return before.member;
      const member = await members.of(subject);
      if (kept.size >= 1_000) kept.clear();
      kept.set(subject, { member, until: at + seconds * 1_000 });
      return member;
    },
  };
}
