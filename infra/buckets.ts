import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AnyPrincipal,
  Effect,
  PolicyStatement,
  type PolicyStatementProps,
  type Role,
} from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

type Kept = { readonly key: IKey; readonly logs: Bucket };

const PRIVATE = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies BucketProps;

/** Who read and wrote what, kept for a year. */
export function logsBucket(scope: Construct): Bucket {
  return new Bucket(scope, 'logs', {
    ...PRIVATE,
    // Log delivery cannot write under a customer key.
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(365) }],
  });
}

/**
 * Quarantine: files as sent, which come by a granted form alone. Intake removes each once it is done
 * with; what nobody took is gone after 30 days. A grant can be used twice, so every object is a version.
 */
export function uploadsBucket(scope: Construct, { key, logs }: Kept): Bucket {
  const bucket = new Bucket(scope, 'uploads', {
    ...PRIVATE,
    versioned: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: logs as IBucket,
    serverAccessLogsPrefix: 'uploads/',
    lifecycleRules: [
      {
        expiration: Duration.days(30),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  // GuardDuty hears of new objects by EventBridge. The L2 switch would bring a custom resource with a function.
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  takeFormsOnly(bucket);
  return bucket;
}

function takeFormsOnly(bucket: Bucket): void {
  const resources = [bucket.arnForObjects('uploads/*')];
  denyOn(bucket, {
    sid: 'OnlyFormsUpload',
    actions: ['s3:PutObject'],
    resources,
    conditions: { StringNotEquals: { 's3:authType': 'POST' } },
  });
  // Whoever signed it: three times the life of our own grants, for a slow line.
  denyOn(bucket, {
    sid: 'NoFormLivesLong',
    actions: ['s3:PutObject'],
    resources,
    conditions: { NumericGreaterThan: { 's3:signatureAge': LONGEST_FORM_LIFE.toMilliseconds() } },
  });
}

const LONGEST_FORM_LIFE = Duration.minutes(15);

/**
 * The ledger, the clean originals and the tombstones: under lock, and only ever added to. The one way
 * out is the erasure role's, for originals alone.
 */
export function evidenceBucket(
  scope: Construct,
  { key, logs, years, eraser }: Kept & { readonly years: number; readonly eraser: Role },
): Bucket {
  const bucket = new Bucket(scope, 'evidence', {
    ...PRIVATE,
    versioned: true,
    objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(365 * years)),
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: logs as IBucket,
    serverAccessLogsPrefix: 'evidence/',
  });
  onlyAdd(bucket, eraser);
  return bucket;
}

function onlyAdd(bucket: Bucket, eraser: Role): void {
  const originals = bucket.arnForObjects('evidence/originals/*');
  denyOn(bucket, { sid: 'NobodyDeletesEvidence', actions: REMOVING, notResources: [originals] });
  denyOn(bucket, {
    sid: 'OnlyErasureDeletesOriginals',
    actions: REMOVING,
    resources: [originals],
    conditions: { ArnNotEquals: { 'aws:PrincipalArn': eraser.roleArn } },
  });
  denyOn(bucket, {
    sid: 'NobodyShortensLocks',
    actions: ['s3:PutObjectRetention', 's3:PutObjectLegalHold'],
    resources: [bucket.arnForObjects('*')],
  });
  denyOn(bucket, {
    sid: 'NobodyOverwritesEvidence',
    ...WITHOUT_IF_NONE_MATCH,
    resources: [bucket.arnForObjects('evidence/*')],
  });
}

/** A write without "if none match" could lay a new version over an old one. */
const WITHOUT_IF_NONE_MATCH = {
  actions: ['s3:PutObject'],
  conditions: { Null: { 's3:if-none-match': 'true' } },
};

/**
 * The releases and their history: only ever added to, whoever asks. No object lock: what is here can be
 * made again from the ledger, which has one, and a file that turns out to show a number that should have
 * been hidden must be withdrawn, by a deployment that lifts this policy and not only after years.
 */
export function reportsBucket(scope: Construct, { key, logs }: Kept): Bucket {
  const bucket = new Bucket(scope, 'reports', {
    ...PRIVATE,
    versioned: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: logs as IBucket,
    serverAccessLogsPrefix: 'reports/',
  });
  const resources = [bucket.arnForObjects('*')];
  denyOn(bucket, { sid: 'NobodyDeletesReleases', actions: REMOVING, resources });
  denyOn(bucket, { sid: 'NobodyOverwritesReleases', ...WITHOUT_IF_NONE_MATCH, resources });
  return bucket;
}

const REMOVING = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'];

function denyOn(bucket: Bucket, denied: Omit<PolicyStatementProps, 'effect' | 'principals'>): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({ ...denied, effect: Effect.DENY, principals: [new AnyPrincipal()] }),
  );
}
