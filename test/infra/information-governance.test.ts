import { Match } from 'aws-cdk-lib/assertions';
import { beforeAll, expect, test } from 'vitest';
import { actionsOf, synthesised } from './synthesised.ts';

let at: ReturnType<typeof synthesised>;
beforeAll(() => {
  at = synthesised();
});

test('information governance has a topic of its own, encrypted, to which intake alone may tell', () => {
  expect(at.resources('AWS::SNS::Topic')).toHaveLength(2);
  for (const topic of at.resources('AWS::SNS::Topic')) {
    expect(topic.Properties['KmsMasterKeyId']).toBeDefined();
  }
  const tellers = at.statements().filter((s) => actionsOf(s).includes('sns:Publish'));
  const topics = tellers.map(({ Resource }) => JSON.stringify(Resource));
  expect(topics.filter((topic) => topic.includes('officerstopic'))).toHaveLength(1);
  expect(at.grantsOf(/"intakeintakeownrole/)).toContain('sns:Publish on officerstopic');
});

test('an officer is told by e-mail once an address is given', () => {
  at.template.hasParameter('InformationGovernanceEmail', { Type: 'String', Default: '' });
  const [subscription] = Object.values(at.template.findResources('AWS::SNS::Subscription'));
  expect(subscription).toMatchObject({
    Condition: expect.any(String),
    Properties: { Protocol: 'email', Endpoint: { Ref: 'InformationGovernanceEmail' } },
  });
});

test('originals are erased by an officer of this account with a second factor, for an hour', () => {
  at.template.hasResourceProperties('AWS::IAM::Role', {
    MaxSessionDuration: 3600,
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: Match.objectLike({ 'Fn::Join': Match.anyValue() }) },
          Condition: {
            Bool: { 'aws:MultiFactorAuthPresent': 'true' },
            NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 },
          },
        },
      ],
    },
  });
});
