import { CfnOutput, Duration } from 'aws-cdk-lib';
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * What an information-governance officer takes on to erase an original: for an hour at most, signed in
 * with a second factor within the hour before. Who of the account may take it on is said in their own
 * policies. What it may do is granted by the storage.
 */
export function erasureRole(scope: Construct): Role {
  const role = new Role(scope, 'eraser', {
    description: 'Erases originals on the word of an information-governance officer',
    assumedBy: new AccountRootPrincipal().withConditions({
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': Duration.hours(1).toSeconds() },
    }),
    maxSessionDuration: Duration.hours(1),
  });
  new CfnOutput(scope, 'eraser-arn', {
    value: role.roleArn,
    description: 'The role to take on for erasing an original: see the runbook',
  });
  return role;
}
