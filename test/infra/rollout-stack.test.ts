import { readFileSync } from 'node:fs';
import type { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import { rolloutApp } from '../../infra/app.ts';

type Statement = {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
};
type Resource = { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string };

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));
let app: ReturnType<typeof rolloutApp>;
let template: Template;

beforeAll(() => {
  app = rolloutApp({
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: false,
  });
  app.synth();
  const stack = app.node.findChild('prod').node.findChild('record-access-rollout') as Stack;
  template = Template.fromStack(stack);
});

function resources(type: string): Resource[] {
  return Object.values(template.findResources(type)) as Resource[];
}

function statements(): Statement[] {
  return resources('AWS::IAM::Policy').flatMap(
    ({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
  );
}

function actionsOf(statement: Statement): string[] {
  return [statement.Action].flat();
}

describe('what is stored', () => {
  test('every bucket is encrypted, private, reached by TLS only and kept when the stack goes', () => {
    const buckets = resources('AWS::S3::Bucket');
    expect(buckets).toHaveLength(3);
    for (const bucket of buckets) {
      expect(bucket.Properties).toMatchObject({
        BucketEncryption: expect.anything(),
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      });
      expect(bucket.DeletionPolicy).toBe('Retain');
    }
  });

  test('evidence is under governance lock for eight years, in versions', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockConfiguration: {
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 8 * 365 } },
      },
    });
  });

  test('the evidence bucket refuses every delete and every write that could overwrite', () => {
    const policies = resources('AWS::S3::BucketPolicy').flatMap(
      ({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
    );
    const denied = (sid: string) => policies.filter((s) => s.Sid === sid && s.Effect === 'Deny');
    const [deletes, ...moreDeletes] = denied('NobodyDeletesEvidence');
    const [overwrites, ...moreOverwrites] = denied('NobodyOverwritesEvidence');
    expect([moreDeletes, moreOverwrites]).toEqual([[], []]);
    expect(actionsOf(deletes!).sort()).toEqual([
      's3:BypassGovernanceRetention',
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:PutObjectRetention',
    ]);
    expect(deletes?.Condition).toBeUndefined();
    expect(actionsOf(overwrites!)).toEqual(['s3:PutObject']);
    expect(overwrites?.Condition).toEqual({ Null: { 's3:if-none-match': 'true' } });
    for (const { Resource } of [deletes!, overwrites!]) {
      expect(JSON.stringify(Resource)).toContain('/evidence/*');
    }
  });

  test('each of the three tables has its own key, recovery to a point in time, and protection', () => {
    const tables = resources('AWS::DynamoDB::GlobalTable');
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      expect(table.Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          {
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            SSESpecification: { KMSMasterKeyId: expect.anything() },
          },
        ],
      });
      expect(table.DeletionPolicy).toBe('Retain');
    }
  });

  test('the key turns every year', () => {
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });
});

describe('who may do what', () => {
  test('no function may use a wildcard action', () => {
    const actions = statements().flatMap(actionsOf);
    expect(actions.length).toBeGreaterThan(10);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('no function may delete an object, shorten a lock, scan or delete an item', () => {
    const actions = new Set(statements().flatMap(actionsOf));
    const forbidden = [...actions].filter((action) =>
      /^(s3:(Delete|Bypass|PutObjectRetention|PutBucket)|dynamodb:(Scan|DeleteItem|UpdateItem))/.test(
        action,
      ),
    );
    expect(forbidden).toEqual([]);
  });

  test('writing objects is granted under evidence/facts/ alone, and to intake alone', () => {
    const writes = statements().filter((s) => actionsOf(s).includes('s3:PutObject'));
    expect(writes).toHaveLength(1);
    expect(JSON.stringify(writes[0]?.Resource)).toContain('/evidence/facts/*');
  });

  test('whoever may send to a queue may use the key that encrypts it', () => {
    const policies = resources('AWS::IAM::Policy').map(({ Properties }) =>
      (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement.flatMap(actionsOf),
    );
    const senders = policies.filter((actions) => actions.includes('sqs:SendMessage'));
    expect(senders).toHaveLength(3);
    for (const actions of senders) {
      expect(actions).toEqual(expect.arrayContaining(['kms:GenerateDataKey', 'kms:Decrypt']));
    }
  });

  test('only object prefixes, and the version of the function that the schedule calls, end in a star', () => {
    const report = new AwsSolutionsChecks().validateScope(app);
    const rules = report.violations.map((violation) => violation.ruleName);
    const expected = [
      /^AwsSolutions-IAM5\[Resource::<storageevidence\w+\.Arn>\/evidence\/facts\/\*\]$/,
      /^AwsSolutions-IAM5\[Resource::<storageuploads\w+\.Arn>\/uploads\/\*\]$/,
      /^AwsSolutions-IAM5\[Resource::<state\w+\.Arn>:\*\]$/,
      // The schedule's dead letters: the rule knows only those of other queues.
      /^AwsSolutions-SQS3$/,
    ];
    expect(rules.filter((rule) => !expected.some((known) => known.test(rule)))).toEqual([]);
    expect(rules).toHaveLength(expected.length);
  });
});

describe('what runs', () => {
  test('two functions, on Node 24 and ARM, each with a log group that is kept for a year', () => {
    const functions = resources('AWS::Lambda::Function');
    expect(functions).toHaveLength(2);
    for (const one of functions) {
      expect(one.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogGroup: expect.anything() },
      });
    }
    const groups = resources('AWS::Logs::LogGroup');
    expect(groups.map((group) => group.Properties['RetentionInDays'])).toEqual([365, 365]);
  });

  test('every queue has dead letters or is one, and messages come back one by one', () => {
    const queues = resources('AWS::SQS::Queue');
    const working = queues.filter((queue) => queue.Properties['RedrivePolicy'] !== undefined);
    // Two that work, their dead letters, and the mornings that could not be started.
    expect([working.length, queues.length]).toEqual([2, 5]);
    for (const source of resources('AWS::Lambda::EventSourceMapping')) {
      expect(source.Properties).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: expect.any(Number) },
      });
    }
    expect(resources('AWS::Lambda::EventSourceMapping')).toHaveLength(2);
  });

  test('only objects under uploads/ wake intake', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: Match.objectLike({
        'detail-type': ['Object Created'],
        detail: Match.objectLike({ object: { key: [{ prefix: 'uploads/' }] } }),
      }),
    });
  });

  test('every morning at five, London time, with the scheduled time as the clock', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 5 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: Match.objectLike({
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        DeadLetterConfig: Match.anyValue(),
      }),
    });
  });

  test('an alarm for each function that fails or is throttled, and each queue that waits or gives up', () => {
    const alarms = resources('AWS::CloudWatch::Alarm');
    const metrics = alarms.map((alarm) => alarm.Properties['MetricName']).sort();
    expect(metrics).toEqual([
      'ApproximateAgeOfOldestMessage',
      'ApproximateAgeOfOldestMessage',
      'ApproximateNumberOfMessagesVisible',
      'ApproximateNumberOfMessagesVisible',
      'ApproximateNumberOfMessagesVisible',
      'Errors',
      'Errors',
      'Throttles',
      'Throttles',
    ]);
    for (const alarm of alarms) expect(alarm.Properties['AlarmActions']).toHaveLength(1);
  });
});
