import { Match } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { BECAME, reported } from '../../functions/alert/delivery-report.ts';
import { actionsOf, type Statement, synthesised } from './synthesised.ts';

let at: ReturnType<typeof synthesised>;
beforeAll(() => {
  at = synthesised();
});

const QUEUES = [
  'alertmissedevenings',
  'alertqueuedeadletters',
  'intakeintakequeuedeadletters',
  'releasemissedreleases',
  'releasereleasequeuedeadletters',
  'statemissedmornings',
  'statestatequeuedeadletters',
];

describe('the alert function', () => {
  test('reads ledger and releases, keeps its own items, sends mail, counts dead letters, and nothing else', () => {
    const grants = at.grantsOf(/"alertalertownrole/);
    expect(grants).toEqual(
      [
        'dynamodb:GetItem on storagework',
        'dynamodb:PutItem on storagework',
        'dynamodb:Query on storagework',
        // The table itself, and its index.
        'dynamodb:Query on storagework',
        's3:GetObject on storageevidence',
        's3:GetObject on storagereports',
        's3:ListBucket on storageevidence',
        's3:ListBucket on storagereports',
        'ses:SendEmail on alertmailset',
        'ses:SendRawEmail on alertmailset',
        'sns:Publish on operatorstopic',
        'sqs:ChangeMessageVisibility on alertqueue',
        'sqs:DeleteMessage on alertqueue',
        'sqs:GetQueueAttributes on alertqueue',
        'sqs:GetQueueUrl on alertqueue',
        'sqs:ReceiveMessage on alertqueue',
        'sqs:SendMessage on alertqueue',
        ...QUEUES.map((queue) => `sqs:GetQueueAttributes on ${queue}`),
      ].sort(),
    );
  });

  test('sends mail from our address alone', () => {
    const sending = at.statements().filter((one) => actionsOf(one).includes('ses:SendEmail'));
    expect(sending).toHaveLength(1);
    expect(sending[0]).toMatchObject({
      Condition: { StringEquals: { 'ses:FromAddress': { Ref: 'AlertSender' } } },
    });
    const resources = JSON.stringify((sending[0] as Statement).Resource);
    expect(resources).toContain(':identity/",{"Ref":"AlertSender"}');
    expect(resources).not.toContain('*');
  });

  test('has memory for England and the longest time there is, and is told where the pages are', () => {
    at.template.hasResourceProperties('AWS::Lambda::Function', {
      MemorySize: 3008,
      Timeout: 900,
      Environment: {
        Variables: Match.objectLike({
          SENDER: { Ref: 'AlertSender' },
          PAGES_URL: {
            'Fn::GetAtt': [Match.stringLikeRegexp('^alertpagesFunctionUrl'), 'FunctionUrl'],
          },
        }),
      },
    });
  });

  test('knows every queue of dead letters', () => {
    const [alert] = at
      .resources('AWS::Lambda::Function')
      .filter(({ Properties }) => JSON.stringify(Properties).includes('DEAD_LETTER_QUEUES'));
    const { Variables } = alert!.Properties['Environment'] as { Variables: unknown };
    const named = JSON.stringify(Variables);
    for (const queue of QUEUES) expect(named).toContain(queue);
  });

  test('an encrypted queue wakes it, one message at a time, three times in all', () => {
    at.template.hasResourceProperties('AWS::SQS::Queue', {
      KmsMasterKeyId: Match.anyValue(),
      VisibilityTimeout: 960,
      RedrivePolicy: {
        deadLetterTargetArn: {
          'Fn::GetAtt': [Match.stringLikeRegexp('^alertqueuedeadletters'), 'Arn'],
        },
        maxReceiveCount: 3,
      },
    });
    at.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^alertqueue[0-9A-F]'), 'Arn'] },
    });
  });
});

describe('every evening at six, London time', () => {
  test('the scheduled time is put on the queue; what could not be is kept', () => {
    at.template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 18 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: Match.objectLike({
        Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^alertqueue'), 'Arn'] },
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
        DeadLetterConfig: {
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^alertmissedevenings'), 'Arn'] },
        },
      }),
    });
  });

  test('the schedule sends, and does nothing else', () => {
    expect(at.grantsOf(/"alertscheduler/)).toEqual([
      'sqs:SendMessage on alertmissedevenings',
      'sqs:SendMessage on alertqueue',
    ]);
  });
});

describe('mail', () => {
  test('goes by TLS only, from an address that is given at deployment', () => {
    at.template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    });
    at.template.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: { Ref: 'AlertSender' },
    });
    expect(at.template.findParameters('AlertSender')['AlertSender']).not.toHaveProperty('Default');
  });

  test('what comes back goes to the alert queue, from our own configuration set', () => {
    at.template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: Match.objectLike({
        Enabled: true,
        MatchingEventTypes: ['bounce', 'complaint', 'reject'],
        EventBridgeDestination: Match.anyValue(),
      }),
    });
    at.template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        detail: {
          eventType: ['Bounce', 'Complaint', 'Reject'],
          mail: {
            tags: { 'ses:configuration-set': [{ Ref: Match.stringLikeRegexp('^alertmailset') }] },
          },
        },
      },
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^alertqueue[0-9A-F]'), 'Arn'] },
        }),
      ],
    });
  });
});

describe('the pages', () => {
  test('may read and write the items of one table, not search it, and nothing else', () => {
    expect(at.grantsOf(/"alertpagespagesownrole/)).toEqual([
      'dynamodb:GetItem on storagework',
      'dynamodb:PutItem on storagework',
      'dynamodb:Query on storagework',
    ]);
  });

  test('have the one function URL there is, and few invocations at once', () => {
    expect(at.resources('AWS::Lambda::Url')).toHaveLength(1);
    at.template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'NONE' });
    at.template.hasResourceProperties('AWS::Lambda::Function', {
      ReservedConcurrentExecutions: 5,
      Timeout: 10,
    });
  });
});

describe('what a person must see to', () => {
  const patterns = () =>
    at
      .resources('AWS::Logs::MetricFilter')
      .map(({ Properties }) => String(Properties['FilterPattern']));

  test('rings by what the function logs of its deliveries', () => {
    const logged: string[] = [];
    const messages = BECAME.map((became) => ({ id: became, became }));
    reported('2023-12-04', messages, {
      info: () => {},
      warn: (message) => void logged.push(message),
    });
    for (const became of ['over-cap', 'uncertain', 'refused', 'failed', 'dead']) {
      const message = `messages ${became}`;
      expect(logged).toContain(message);
      expect(patterns()).toContain(`{ $.message = "${message}" }`);
    }
  });

  test('rings by what it logs of mails that came back', () => {
    for (const message of ['address suppressed', 'mail rejected']) {
      expect(patterns()).toContain(`{ $.message = "${message}" }`);
    }
  });

  test.each([
    { alarm: /did not run for a day/, days: 1 },
    { alarm: /No upload has come for a week/, days: 7 },
  ])('rings by silence alone: $alarm', ({ alarm, days }) => {
    at.template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp(alarm.source),
      MetricName: 'Invocations',
      Period: 86400,
      EvaluationPeriods: days,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });
});
