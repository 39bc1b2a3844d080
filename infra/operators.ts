import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  ComparisonOperator,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type EventPattern, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

type Event = { readonly pattern: EventPattern; readonly means: string };
type Silence = { readonly metric: Metric; readonly days: number; readonly means: string };
type Watched = { readonly metric: Metric; readonly above: number; readonly means: string };

/** The people who run this: one topic, to which every alarm goes. */
export class Operators extends Construct {
  /** Every queue of dead letters, as each is made. */
  readonly deadLetters: Queue[] = [];
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { key }: { readonly key: Key }) {
    super(scope, id);
    this.topic = new Topic(this, 'topic', { masterKey: key, enforceSSL: true });
  }

  /** Tells the operators when a metric, summed or at its most over five minutes, is above a number. */
  tellWhen(name: string, { metric, above, means }: Watched): Alarm {
    const alarm = metric.with({ period: Duration.minutes(5) }).createAlarm(this, name, {
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: means,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }

  /** Tells the operators when nothing at all happened for some days, a week at most: no alarm looks back further. */
  tellWhenSilent(name: string, { metric, days, means }: Silence): Alarm {
    const daily = metric.with({ period: Duration.days(1), statistic: 'Sum' });
    const alarm = daily.createAlarm(this, name, {
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: days,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: means,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }

  get topicArn(): string {
    return this.topic.topicArn;
  }

  /** A function may tell the operators something in its own words; it needs the use of the key besides. */
  grantTell(grantee: IFunction): void {
    grantee.addToRolePolicy(
      new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topicArn] }),
    );
  }

  /** Tells the operators of an event, in words. */
  tellOfEvent(name: string, { pattern, means }: Event): void {
    const message = RuleTargetInput.fromText(means);
    new Rule(this, name, {
      eventPattern: pattern,
      targets: [new SnsTopic(this.topic, { message })],
    });
  }
}
