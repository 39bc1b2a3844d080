import { fileURLToPath } from 'node:url';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Operators } from './operators.ts';

type Props = {
  readonly step: 'intake' | 'state';
  readonly environment: Record<string, string>;
  readonly timeout: Duration;
  readonly memorySize: number;
  readonly operators: Operators;
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** How every handler is bundled: one small ES module; the banner lets CommonJS dependencies call `require`. */
export const BUNDLING = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  sourceMap: true,
  mainFields: ['module', 'main'] as string[],
  // The SDK comes along at its pinned version instead of the runtime's own.
  externalModules: [] as string[],
  banner:
    "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
} as const;

/** A Lambda function as this pipeline has them: its own role and log group, alarms, one entry a step. */
export class PipelineFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: Props) {
    const { step, environment, timeout, memorySize, operators } = props;
    const own = new Construct(scope, `${id}-own`);
    const logGroup = new LogGroup(own, 'logs', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(own, 'role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    super(scope, id, {
      entry: `${ROOT}functions/${step}/handler.ts`,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      bundling: BUNDLING,
      environment: {
        ...environment,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: step,
      },
      timeout,
      memorySize,
      role,
      logGroup,
    });
    operators.tellWhen(`${step}-errors`, {
      metric: this.metricErrors(),
      above: 0,
      means: `The ${step} function failed; its log says why.`,
    });
    operators.tellWhen(`${step}-throttles`, {
      metric: this.metricThrottles(),
      above: 0,
      means: `The ${step} function was throttled; look at the account's concurrency.`,
    });
  }
}
