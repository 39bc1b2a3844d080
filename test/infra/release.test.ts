import { Match } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeVersion } from '../../local/code-version.ts';
import { synthesised } from './synthesised.ts';

let at: ReturnType<typeof synthesised>;
beforeAll(() => {
  at = synthesised();
});

const SERVICE = { Service: 'scheduler.amazonaws.com' };

describe('the release function', () => {
  test('may read the ledger, see who waits, read receipts, publish, use its queue, and nothing else', () => {
    expect(at.grantsOf(/"releasereleaseownrole/)).toEqual([
      'dynamodb:GetItem on storagework',
      's3:GetObject on storageevidence',
      's3:GetObject on storagereports',
      's3:ListBucket on storageevidence',
      's3:ListBucket on storagereports',
      's3:ListBucketVersions on storageuploads',
      's3:PutObject on storagereports',
      'sqs:ChangeMessageVisibility on releasereleasequeue',
      'sqs:DeleteMessage on releasereleasequeue',
      'sqs:GetQueueAttributes on releasereleasequeue',
      'sqs:GetQueueUrl on releasereleasequeue',
      'sqs:ReceiveMessage on releasereleasequeue',
      'sqs:SendMessage on alertqueue',
      'sqs:SendMessage on releasereleasequeue',
    ]);
  });

  test('has memory for England and the longest time there is, and knows its code version', () => {
    at.template.hasResourceProperties('AWS::Lambda::Function', {
      MemorySize: 3008,
      Timeout: 900,
      Environment: { Variables: Match.objectLike({ CODE_VERSION: codeVersion() }) },
    });
  });

  test('takes one message at a time, a minute after it was sent, three times in all', () => {
    at.template.hasResourceProperties('AWS::SQS::Queue', {
      DelaySeconds: 60,
      VisibilityTimeout: 960,
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 3 }),
    });
    at.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('an alarm says what a week without a release means, and where to read on', () => {
    at.template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      AlarmDescription: Match.stringLikeRegexp('still in process.*do not add up.*runbook'),
    });
  });
});

describe('every Monday at six, London time', () => {
  test('the scheduled time is put on the queue; what could not be is kept', () => {
    at.template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 6 ? * MON *)',
      ScheduleExpressionTimezone: 'Europe/London',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: Match.objectLike({
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^releasereleasequeue'), 'Arn'] },
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        DeadLetterConfig: {
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^releasemissedreleases'), 'Arn'] },
        },
      }),
    });
  });

  test('the schedule sends, and does nothing else', () => {
    expect(at.grantsOf(/"releasescheduler/)).toEqual([
      'sqs:SendMessage on releasemissedreleases',
      'sqs:SendMessage on releasereleasequeue',
    ]);
    at.template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: Match.objectLike({
        Statement: [Match.objectLike({ Principal: SERVICE })],
      }),
    });
  });
});

test('releases are kept in versions, under the key, with a log of who read them', () => {
  at.template.hasResourceProperties('AWS::S3::Bucket', {
    VersioningConfiguration: { Status: 'Enabled' },
    LoggingConfiguration: Match.objectLike({ LogFilePrefix: 'reports/' }),
    BucketEncryption: Match.objectLike({
      ServerSideEncryptionConfiguration: [
        Match.objectLike({
          ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }),
        }),
      ],
    }),
  });
});
