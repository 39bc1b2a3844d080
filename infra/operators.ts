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
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

type Event = { readonly pattern: EventPattern; readonly means: string };
type Watched = { readonly metric: Metric; readonly above: number; readonly means: string };

/** The people who run this: one topic, to which every alarm goes. */
export class Operators extends Construct {
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

  /** Tells the operators of an event, in words. */
  tellOfEvent(name: string, { pattern, means }: Event): void {
    const message = RuleTargetInput.fromText(means);
    new Rule(this, name, {
      eventPattern: pattern,
      targets: [new SnsTopic(this.topic, { message })],
    });
  }
}
