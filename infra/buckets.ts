import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
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

/** Files as sent. Each new one tells EventBridge, which wakes intake. */
export function uploadsBucket(scope: Construct, { key, logs }: Kept): Bucket {
  const bucket = new Bucket(scope, 'uploads', {
    ...PRIVATE,
    versioned: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: logs as IBucket,
    serverAccessLogsPrefix: 'uploads/',
  });
  // The L2 switch would bring a custom resource with a function of its own.
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  return bucket;
}

/** The ledger: under lock, and only ever added to. */
export function evidenceBucket(
  scope: Construct,
  { key, logs, years }: Kept & { readonly years: number },
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
  denyOn(bucket, 'NobodyDeletesEvidence', [
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:BypassGovernanceRetention',
    's3:PutObjectRetention',
  ]);
  // A write without "if none match" could lay a new version over an old one.
  denyOn(bucket, 'NobodyOverwritesEvidence', ['s3:PutObject'], {
    Null: { 's3:if-none-match': 'true' },
  });
  return bucket;
}

function denyOn(
  bucket: Bucket,
  sid: string,
  actions: string[],
  conditions?: Record<string, Record<string, string>>,
): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions,
      resources: [bucket.arnForObjects('evidence/*')],
      ...(conditions && { conditions }),
    }),
  );
}
