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
  /** What the roles of a name may do but for the key and the log, as `action on construct`. */
  const grantsOf = (role: RegExp): readonly string[] =>
    resources('AWS::IAM::Policy')
      .filter(({ Properties }) => role.test(JSON.stringify(Properties['Roles'])))
      .flatMap(
        ({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
      )
      .flatMap((one) =>
        named(one.Resource).flatMap((name) =>
          actionsOf(one).map((action) => `${action} on ${name}`),
        ),
      )
      .filter((grant) => !/^(kms|logs):/.test(grant))
      .sort();
  return { app, template, resources, statements, grantsOf };
}

/** The construct that a reference in a template leads to: its id without the library's hash. */
function named(resource: unknown): string[] {
  const names = [...JSON.stringify(resource).matchAll(/"([A-Za-z]+)[0-9A-F]{8}"/g)];
  return [...new Set(names.map(([, name]) => name!))];
}

export function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}
