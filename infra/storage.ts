import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { TABLES, type TableShape } from '../shared/store/tables.ts';
import { evidenceBucket, logsBucket, reportsBucket, uploadsBucket } from './buckets.ts';
import { encryptionKey, grantUse } from './encryption-key.ts';
import { erasureRole } from './erasure-role.ts';
import type { StageSettings } from './stages.ts';

type Props = { readonly settings: StageSettings };
export type TableName = keyof typeof TABLES;
type TableAction = 'BatchWriteItem' | 'GetItem' | 'PutItem' | 'Query' | 'UpdateItem';

/** The buckets, the tables and the key; every grant on them is made here, action by action. */
export class Storage extends Construct {
  readonly key: Key;
  readonly uploads: Bucket;
  readonly evidence: Bucket;
  readonly reports: Bucket;
  readonly tables: Readonly<Record<TableName, TableV2>>;

  constructor(scope: Construct, id: string, { settings }: Props) {
    super(scope, id);
    this.key = encryptionKey(this);
    const logs = logsBucket(this);
    this.uploads = uploadsBucket(this, { key: this.key, logs });
    const eraser = erasureRole(this);
    const years = settings.evidenceYears;
    this.evidence = evidenceBucket(this, { key: this.key, logs, years, eraser });
    this.grantErase(eraser);
    this.reports = reportsBucket(this, { key: this.key, logs });
    this.tables = {
      facts: this.table('facts', TABLES.facts, settings),
      results: this.table('results', TABLES.results, settings),
      work: this.table('work', TABLES.work, settings),
    };
  }

  /** Reading the version that was scanned, and removing it in the end. Listing makes a missing object "not found" instead of "forbidden". */
  grantQuarantine(grantee: IFunction): void {
    allow(
      grantee,
      ['s3:GetObject', 's3:GetObjectVersion', 's3:DeleteObjectVersion'],
      [this.uploads.arnForObjects('uploads/*')],
    );
    allow(grantee, ['s3:ListBucket', 's3:ListBucketVersions'], [this.uploads.bucketArn]);
    grantUse(this.key, grantee);
  }

  /** Signing forms: whoever sends one acts as its signer, within what the form says. */
  grantSignForms(grantee: IFunction): void {
    allow(grantee, ['s3:PutObject'], [this.uploads.arnForObjects('uploads/*')]);
    grantUse(this.key, grantee);
  }

  grantReadLedger(grantee: IFunction): void {
    allow(grantee, ['s3:GetObject'], [this.evidence.arnForObjects('evidence/facts/*')]);
    allow(grantee, ['s3:ListBucket'], [this.evidence.bucketArn]);
    grantUse(this.key, grantee);
  }

  /** Adding to the ledger; the bucket's own policy refuses any write that could overwrite. */
  grantCommit(grantee: IFunction): void {
    allow(grantee, ['s3:PutObject'], [this.evidence.arnForObjects('evidence/facts/*')]);
  }

  /** Keeping clean originals, and looking whether one was erased. */
  grantKeepOriginals(grantee: IFunction): void {
    allow(grantee, ['s3:PutObject'], [this.evidence.arnForObjects('evidence/originals/*')]);
    allow(grantee, ['s3:GetObject'], [this.evidence.arnForObjects('evidence/tombstones/*')]);
  }

  /** Reading clean originals, for those who may take one away. */
  grantReadOriginals(grantee: IFunction): void {
    allow(grantee, ['s3:GetObject'], [this.evidence.arnForObjects('evidence/originals/*')]);
  }

  /** Looking which uploads wait in quarantine and when they came, and reading none of them. */
  grantSeeWaiting(grantee: IFunction): void {
    allow(grantee, ['s3:ListBucketVersions'], [this.uploads.bucketArn]);
  }

  /** Adding releases, and reading those before; the bucket's own policy refuses any write that could overwrite. */
  grantPublish(grantee: IFunction): void {
    const { reports } = this;
    const published = [reports.arnForObjects('reports/*'), reports.arnForObjects('history/*')];
    allow(grantee, ['s3:GetObject', 's3:PutObject'], published);
    allow(grantee, ['s3:ListBucket'], [reports.bucketArn]);
    grantUse(this.key, grantee);
  }

  /** Reading releases. */
  grantReadReleases(grantee: IFunction): void {
    allow(grantee, ['s3:GetObject'], [this.reports.arnForObjects('reports/*')]);
    allow(grantee, ['s3:ListBucket'], [this.reports.bucketArn]);
    grantUse(this.key, grantee);
  }

  /** Reading a table by its index. */
  grantQueryIndex(grantee: IFunction, table: TableName): void {
    allow(grantee, ['dynamodb:Query'], [`${this.tables[table].tableArn}/index/gsi1`]);
  }

  /** The named actions on one table. (BatchWriteItem can delete too: append-only is the ledger's promise, not the index's.) */
  grantTable(grantee: IFunction, table: TableName, ...actions: TableAction[]): void {
    const { tableArn } = this.tables[table];
    allow(
      grantee,
      actions.map((action) => `dynamodb:${action}`),
      [tableArn],
    );
    grantUse(this.key, grantee);
  }

  /** Laying tombstones, and removing originals past their lock. It cannot read what it removes. */
  private grantErase(eraser: Role): void {
    const { evidence } = this;
    const [originals, tombstones] = [
      evidence.arnForObjects('evidence/originals/*'),
      evidence.arnForObjects('evidence/tombstones/*'),
    ];
    allow(eraser, ['s3:GetObject', 's3:PutObject'], [tombstones]);
    allow(eraser, ['s3:DeleteObjectVersion', 's3:BypassGovernanceRetention'], [originals]);
    allow(eraser, ['s3:ListBucket', 's3:ListBucketVersions'], [evidence.bucketArn]);
    grantUse(this.key, eraser);
  }

  private table(name: TableName, shape: TableShape, settings: StageSettings): TableV2 {
    const { gsi1 } = shape;
    return new TableV2(this, name, {
      partitionKey: text(shape.partitionKey),
      sortKey: text(shape.sortKey),
      ...(gsi1 && {
        globalSecondaryIndexes: [
          {
            indexName: 'gsi1',
            partitionKey: text(gsi1.partitionKey),
            sortKey: text(gsi1.sortKey),
          },
        ],
      }),
      ...(shape.ttl && { timeToLiveAttribute: shape.ttl }),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.isDeletionProtected,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

function text(name: string) {
  return { name, type: AttributeType.STRING };
}

function allow(grantee: IGrantable, actions: string[], resources: string[]): void {
  grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
}
