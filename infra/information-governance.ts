import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { grantUse } from './encryption-key.ts';

/** The officers who are told of patient data: a topic of their own, apart from the operators' alarms. */
export class InformationGovernance extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { key }: { readonly key: Key }) {
    super(scope, id);
    this.topic = new Topic(this, 'topic', {
      masterKey: key,
      enforceSSL: true,
      displayName: 'Record Access Rollout: patient data',
    });
    this.subscribe();
  }

  /** A function may tell the officers, and nothing else. */
  grantTell(grantee: IFunction, key: Key): void {
    grantee.addToRolePolicy(
      new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
    );
    grantUse(key, grantee);
  }

  /**
   * The first address is a parameter, so that none stands in the code and an update that does not name
   * it keeps it; further people subscribe to the topic themselves.
   */
  private subscribe(): void {
    const email = new CfnParameter(this, 'email', {
      default: '',
      description: 'Address that is told of patient data in uploads; empty: nobody is, yet',
    });
    email.overrideLogicalId('InformationGovernanceEmail');
    const subscription = new CfnSubscription(this, 'officer', {
      topicArn: this.topic.topicArn,
      protocol: 'email',
      endpoint: email.valueAsString,
    });
    subscription.cfnOptions.condition = new CfnCondition(this, 'has-email', {
      expression: Fn.conditionNot(Fn.conditionEquals(email.valueAsString, '')),
    });
  }
}
