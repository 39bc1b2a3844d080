import type { Template } from 'aws-cdk-lib/assertions';

type Conditions = Record<string, Record<string, unknown>>;
type Statement = {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource?: unknown;
  NotResource?: unknown;
  Condition?: Conditions;
};
type Resource = { Properties: Record<string, unknown> };
type PolicyOf = { PolicyDocument: { Statement: Statement[] }; Roles?: unknown[]; Bucket?: unknown };

/** A request to S3: what is asked, of which bucket and key, and what its condition keys say. */
export type Request = {
  readonly who: string;
  readonly action: string;
  readonly bucket: 'uploads' | 'evidence' | 'reports';
  readonly key: string;
  readonly saying?: Readonly<Record<string, string>>;
};

/** What every request carries that comes over TLS. */
const PLAIN = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };

/** An administrator, whose own policies allow everything: only a bucket's own word stops them. */
export const ADMINISTRATOR = 'administrator';

/**
 * Judges requests by the policies of a template as IAM does: some statement must allow, and none of the
 * role's or the bucket's may deny. It knows the condition operators that these policies use, and throws
 * at any other.
 */
export function whoMay(template: Template): (request: Request) => boolean {
  const policies = ofType(template, 'AWS::IAM::Policy');
  const bucketPolicies = ofType(template, 'AWS::S3::BucketPolicy');
  return ({ who, action, bucket, key, saying = {} }) => {
    const role =
      who === ADMINISTRATOR ? who : theOne(Object.keys(roles(template)), new RegExp(who));
    const bucketId = theOne(
      Object.keys(template.findResources('AWS::S3::Bucket')),
      bucketNamed(bucket),
    );
    const arn = `<${bucketId}.Arn>/${key}`;
    const context = { ...PLAIN, 'aws:PrincipalArn': `<${role}.Arn>`, ...saying };
    const own = policies.filter(({ Roles = [] }) => Roles.map(words).includes(`<${role}>`));
    const theirs = bucketPolicies.filter(({ Bucket }) => words(Bucket) === `<${bucketId}>`);
    const applying = [...own, ...theirs]
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter((statement) => applies(statement, { action, arn, context }));
    const isAllowed = who === ADMINISTRATOR || applying.some(({ Effect }) => Effect === 'Allow');
    return isAllowed && !applying.some(({ Effect }) => Effect === 'Deny');
  };
}

function ofType(template: Template, type: string): PolicyOf[] {
  const found = Object.values(template.findResources(type)) as Resource[];
  return found.map(({ Properties }) => Properties as unknown as PolicyOf);
}

const roles = (template: Template) => template.findResources('AWS::IAM::Role');
const bucketNamed = (name: string) => new RegExp(`^storage${name}[0-9A-F]{8}$`);

function theOne(names: readonly string[], pattern: RegExp): string {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1)
    throw new Error(`${found.length} are like ${pattern}: ${found.join(', ')}`);
  return found[0]!;
}

type Asked = {
  readonly action: string;
  readonly arn: string;
  readonly context: Record<string, string>;
};

function applies(statement: Statement, { action, arn, context }: Asked): boolean {
  const { Action, Resource, NotResource, Condition = {} } = statement;
  const isOn = (resources: unknown) => [resources].flat().some((one) => matches(words(one), arn));
  return (
    [Action].flat().some((one) => matches(one, action)) &&
    (NotResource === undefined ? isOn(Resource) : !isOn(NotResource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, value]) => holds(operator, context[key], words(value))),
    )
  );
}

/** One condition; the value that a request does not carry is undefined. */
function holds(operator: string, given: string | undefined, value: string): boolean {
  switch (operator) {
    case 'Null':
      return (given === undefined) === (value === 'true');
    case 'Bool':
    case 'StringEquals':
      return given === value;
    case 'ArnNotEquals':
    case 'StringNotEquals':
      return given !== value;
    case 'NumericLessThan':
      return given !== undefined && Number(given) < Number(value);
    case 'NumericGreaterThan':
      return given !== undefined && Number(given) > Number(value);
    default:
      throw new Error(`the condition operator ${operator} is not known here`);
  }
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}

/** A value of a template as text: references in angle brackets. */
function words(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, of]] = Object.entries(value) as [[string, unknown]];
  if (name === 'Ref') return `<${of}>`;
  if (name === 'Fn::GetAtt') return `<${(of as string[]).join('.')}>`;
  if (name === 'Fn::Join') return (of as [string, unknown[]])[1].map(words).join('');
  throw new Error(`the function ${name} is not known here`);
}
