import { fileURLToPath } from 'node:url';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Operators } from './operators.ts';

type Props = {
  readonly step: 'intake' | 'state' | 'release' | 'alert' | 'web';
  /** Which file of the step is its handler, where the step has more than one function. */
  readonly handlerFile?: string;
  readonly environment: Record<string, string>;
  readonly timeout: Duration;
  readonly memorySize: number;
  /** Invocations at once, where it may not have as many as there are. */
  readonly reservedConcurrentExecutions?: number;
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

/** Programs that a function starts as a process of their own, by its step and handler: each is a bundle beside it. */
const WORKERS: Readonly<Record<string, string>> = {
  'intake/handler.ts': 'intake/open-worker.ts',
  'web/handler.ts': 'intake/open-worker.ts',
};

/** The commands that put beside a bundle its worker, whose late parts are files of their own, and what the web reads. */
export function workerBundling(step: string, handlerFile: string): ICommandHooks {
  const worker = WORKERS[`${step}/${handlerFile}`];
  const command = (root: string, output: string) => [
    `"${root}/node_modules/.bin/esbuild" "${root}/functions/${worker}"`,
    `--outdir="${output}" --out-extension:.js=.mjs --bundle --splitting --minify`,
    `--format=esm --platform=node --target=${BUNDLING.target}`,
    `--main-fields=${BUNDLING.mainFields.join(',')} --banner:js="${BUNDLING.banner}"`,
    '--log-level=warning',
  ];
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (root, output) => [
      ...(worker === undefined ? [] : [command(root, output).join(' ')]),
      ...(step === 'web' ? [`"${process.execPath}" "${root}/infra/web-files.ts" "${output}"`] : []),
    ],
  };
}

/** A Lambda function as this pipeline has them: its own role and log group, alarms, one entry a handler. */
export class PipelineFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: Props) {
    const { step, handlerFile = 'handler.ts', environment, timeout, memorySize, operators } = props;
    const { reservedConcurrentExecutions } = props;
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
      entry: `${ROOT}functions/${step}/${handlerFile}`,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      bundling: { ...BUNDLING, commandHooks: workerBundling(step, handlerFile) },
      environment: {
        ...environment,
        // A large young generation would keep 100 MB of a long table's garbage (ADR 7).
        NODE_OPTIONS: '--enable-source-maps --max-semi-space-size=8',
        POWERTOOLS_SERVICE_NAME: id,
      },
      timeout,
      memorySize,
      ...(reservedConcurrentExecutions && { reservedConcurrentExecutions }),
      role,
      logGroup,
    });
    operators.tellWhen(`${id}-errors`, {
      metric: this.metricErrors(),
      above: 0,
      means: `The ${id} function failed; its log says why.`,
    });
    operators.tellWhen(`${id}-throttles`, {
      metric: this.metricThrottles(),
      above: 0,
      means: `The ${id} function was throttled; look at the account's concurrency.`,
    });
  }
}
