/** The three DynamoDB tables: one description for the CDK app and for the embedded server. */
export type TableShape = {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** One index, on composite string keys. */
  readonly gsi1?: { readonly partitionKey: string; readonly sortKey: string };
  /** Attribute (epoch seconds) after which DynamoDB may drop an item. */
  readonly ttl?: string;
};

const byScope = { partitionKey: 'gsi1pk', sortKey: 'gsi1sk' } as const;

export const TABLES = {
  /** `practice` + `receipt` (`receivedAt#id`). */
  facts: { partitionKey: 'practice', sortKey: 'receipt' },
  results: { partitionKey: 'pk', sortKey: 'sk', gsi1: byScope },
  work: { partitionKey: 'pk', sortKey: 'sk', gsi1: byScope, ttl: 'expiresAt' },
} as const satisfies Record<string, TableShape>;
