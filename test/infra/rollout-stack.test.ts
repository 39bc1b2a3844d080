import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import { actionsOf, type Statement, synthesised } from './synthesised.ts';

let at: ReturnType<typeof synthesised>;
beforeAll(() => {
  at = synthesised();
});

describe('what is stored', () => {
  test('every bucket is encrypted, private, reached by TLS only and kept when the stack goes', () => {
    const buckets = at.resources('AWS::S3::Bucket');
    expect(buckets).toHaveLength(4);
    for (const bucket of buckets) {
      expect(bucket.Properties).toMatchObject({
        BucketEncryption: expect.anything(),
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      });
      expect(bucket.DeletionPolicy).toBe('Retain');
    }
  });

  test('evidence is under governance lock for eight years, in versions', () => {
    at.template.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockConfiguration: {
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 8 * 365 } },
      },
    });
  });

  test('what nobody took out of quarantine goes after a month, older versions after a day', () => {
    at.template.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [
          {
            Status: 'Enabled',
            ExpirationInDays: 30,
            NoncurrentVersionExpiration: { NoncurrentDays: 1 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          },
        ],
      },
    });
  });

  test('each of the three tables has its own key, recovery to a point in time, and protection', () => {
    const tables = at.resources('AWS::DynamoDB::GlobalTable');
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
    at.template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });
});

describe('who may do what', () => {
  test('no function may use a wildcard action', () => {
    const actions = at.statements().flatMap(actionsOf);
    expect(actions.length).toBeGreaterThan(10);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('nobody may scan a table, delete an item, or change a bucket but for its notifications', () => {
    const actions = new Set(at.statements().flatMap(actionsOf));
    const forbidden = [...actions].filter((action) =>
      /^(s3:PutBucket(?!Notification)|s3:DeleteBucket|dynamodb:(Scan|DeleteItem))/.test(action),
    );
    expect(forbidden).toEqual([]);
  });

  test('whoever may send to a queue may use the key that encrypts it', () => {
    const policies = at
      .resources('AWS::IAM::Policy')
      .map(({ Properties }) =>
        (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement.flatMap(actionsOf),
      );
    const senders = policies.filter((actions) => actions.includes('sqs:SendMessage'));
    expect(senders).toHaveLength(8);
    for (const actions of senders) {
      expect(actions).toEqual(expect.arrayContaining(['kms:GenerateDataKey', 'kms:Decrypt']));
    }
  });

  test('only object prefixes, the version of the function that the schedule calls and the rule of the scan end in a star', () => {
    const report = new AwsSolutionsChecks().validateScope(at.app);
    const rules = report.violations.map((violation) => violation.ruleName);
    const expected = [
      /^AwsSolutions-IAM5\[Resource::<storageevidence\w+\.Arn>\/evidence\/facts\/\*\]$/,
      /^AwsSolutions-IAM5\[Resource::<storageevidence\w+\.Arn>\/evidence\/originals\/\*\]$/,
      /^AwsSolutions-IAM5\[Resource::<storageevidence\w+\.Arn>\/evidence\/tombstones\/\*\]$/,
      /^AwsSolutions-IAM5\[Resource::<storagereports\w+\.Arn>\/history\/\*\]$/,
      /^AwsSolutions-IAM5\[Resource::<storagereports\w+\.Arn>\/reports\/\*\]$/,
      /^AwsSolutions-IAM5\[Resource::<storageuploads\w+\.Arn>\/uploads\/\*\]$/,
      /^AwsSolutions-IAM5\[Resource::<state\w+\.Arn>:\*\]$/,
      // The rule by which GuardDuty hears of uploads: it gives the name its own ending.
      /^AwsSolutions-IAM5\[Resource::arn:[^ ]*:rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*\]$/,
      // The schedules' dead letters: the rule knows only those of other queues.
      /^AwsSolutions-SQS3$/,
      // The app itself lets in whom its own memberships let in, page by page: no authorizer knows them.
      /^AwsSolutions-APIG4$/,
      // Threat protection of the dearer plan: people come from an NHS identity provider, with its own.
      /^AwsSolutions-COG8$/,
      // The session secret is random and signs nobody in by itself; a new one signs everybody out.
      /^AwsSolutions-SMG4$/,
    ];
    expect(rules.filter((rule) => !expected.some((known) => known.test(rule)))).toEqual([]);
    expect(rules).toHaveLength(expected.length);
  });
});

describe('what runs', () => {
  test('seven functions, on Node 24 and ARM, each with a log group that is kept for a year', () => {
    const functions = at.resources('AWS::Lambda::Function');
    expect(functions).toHaveLength(7);
    for (const one of functions) {
      expect(one.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogGroup: expect.anything() },
      });
    }
    const groups = at.resources('AWS::Logs::LogGroup');
    // Theirs, and what the API was asked.
    expect(groups.map((group) => group.Properties['RetentionInDays'])).toEqual(Array(8).fill(365));
  });

  test('every queue has dead letters or is one, and messages come back one by one', () => {
    const queues = at.resources('AWS::SQS::Queue');
    const working = queues.filter((queue) => queue.Properties['RedrivePolicy'] !== undefined);
    // Four that work, their dead letters, and the mornings, releases and evenings that could not be started.
    expect([working.length, queues.length]).toEqual([4, 11]);
    for (const source of at.resources('AWS::Lambda::EventSourceMapping')) {
      expect(source.Properties).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: expect.any(Number) },
      });
    }
    expect(at.resources('AWS::Lambda::EventSourceMapping')).toHaveLength(4);
  });

  test('every morning at five, London time, with the scheduled time as the clock', () => {
    at.template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 5 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: Match.objectLike({
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        DeadLetterConfig: Match.anyValue(),
      }),
    });
  });

  test('an alarm for each function that fails or is throttled, each queue that waits or gives up, each way in which a scan or a mail goes wrong, and silence', () => {
    const alarms = at.resources('AWS::CloudWatch::Alarm');
    const metrics = alarms.map((alarm) => alarm.Properties['MetricName']).sort();
    expect(metrics).toEqual([
      '5xx',
      ...Array(4).fill('ApproximateAgeOfOldestMessage'),
      ...Array(7).fill('ApproximateNumberOfMessagesVisible'),
      ...Array(7).fill('Errors'),
      ...Array(2).fill('FailedInvocations'),
      'FailedScanCount',
      'InfectedScanCount',
      ...Array(2).fill('Invocations'),
      'SkippedScanCount',
      ...Array(7).fill('Throttles'),
      'deliveries-dead',
      'deliveries-failed',
      'deliveries-refused',
      'deliveries-uncertain',
      'mails-came-back',
      'mails-rejected',
      'messages-over-cap',
    ]);
    for (const alarm of alarms) expect(alarm.Properties['AlarmActions']).toHaveLength(1);
  });
});
