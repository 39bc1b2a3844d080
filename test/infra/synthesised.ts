import { readFileSync } from 'node:fs';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { rolloutApp } from '../../infra/app.ts';

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));

export type Statement = {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
};
type Resource = {
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
};

/** The app and the template of its production stage, without bundling any function. */
export function synthesised() {
  const app = rolloutApp({
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: false,
  });
  app.synth();
  const stack = app.node.findChild('prod').node.findChild('record-access-rollout') as Stack;
  const template = Template.fromStack(stack);
  const resources = (type: string) => Object.values(template.findResources(type)) as Resource[];
  /** What roles are granted, all of it. */
  const statements = (): readonly Statement[] =>
    resources('AWS::IAM::Policy').flatMap(
      ({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
    );
  return { app, template, resources, statements };
}

export function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}
