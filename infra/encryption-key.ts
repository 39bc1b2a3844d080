import { Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** One customer key for all that the pipeline stores and sends. */
export function encryptionKey(scope: Construct): Key {
  const key = new Key(scope, 'key', { enableKeyRotation: true });
  // EventBridge puts verdicts on an encrypted queue, and word of trouble on an encrypted topic; CloudWatch puts alarms there.
  for (const service of ['events.amazonaws.com', 'cloudwatch.amazonaws.com']) {
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
      }),
    );
  }
  return key;
}

/** What reading and writing encrypted objects, items and messages takes, action by action. */
export function grantUse(key: IKey, grantee: IGrantable): void {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
      resources: [key.keyArn],
    }),
  );
}
