import { ArnFormat, CfnParameter, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Operators } from './operators.ts';

type Props = {
  readonly operators: Operators;
  /** Where word of mails that came back goes. */
  readonly queue: Queue;
};

/** Mail by SES from one address of ours; what bounces, is complained of or rejected comes back through EventBridge. */
export class AlertMail extends Construct {
  readonly sender: string;
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, { operators, queue }: Props) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'set', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    this.sender = this.address();
    new EmailIdentity(this, 'identity', {
      identity: Identity.email(this.sender),
      configurationSet: this.configurationSet,
    });
    this.takeBack(operators, queue);
  }

  get configurationSetName(): string {
    return this.configurationSet.configurationSetName;
  }

  /** Sending from our address, by our configuration set. A mail that is handed over whole needs the raw permission too. */
  grantSendMail(grantee: IFunction): void {
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: [this.arn('identity', this.sender), this.configurationSetArn],
        conditions: { StringEquals: { 'ses:FromAddress': this.sender } },
      }),
    );
  }

  /** A parameter, so that no address stands in the code and an update that does not name it keeps it. */
  private address(): string {
    const address = new CfnParameter(this, 'address', {
      description: 'Address that alerts are sent from, such as alerts@example.nhs.uk',
      allowedPattern: '[a-z0-9._+-]+@[a-z0-9.-]+',
      constraintDescription: 'one e-mail address in small letters',
    });
    address.overrideLogicalId('AlertSender');
    return address.valueAsString;
  }

  private takeBack(operators: Operators, queue: Queue): void {
    new ConfigurationSetEventDestination(this, 'events', {
      configurationSet: this.configurationSet,
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    const rule = new Rule(this, 'came-back', {
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          eventType: ['Bounce', 'Complaint', 'Reject'],
          mail: { tags: { 'ses:configuration-set': [this.configurationSetName] } },
        },
      },
      targets: [new SqsQueue(queue)],
    });
    operators.tellWhen('bounces-lost', {
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { RuleName: rule.ruleName },
        statistic: 'Sum',
      }),
      above: 0,
      means: 'Word of a mail that came back could not be put on the alert queue.',
    });
  }

  private get configurationSetArn(): string {
    return this.arn('configuration-set', this.configurationSetName);
  }

  private arn(resource: string, resourceName: string): string {
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName, arnFormat });
  }
}
