import { CfnOutput, Duration } from 'aws-cdk-lib';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { WebEnv } from '../functions/web/env.ts';
import type { Operators } from './operators.ts';
import { PipelineFunction } from './pipeline-function.ts';
import { grantSend } from './send-messages.ts';
import { SignIn } from './sign-in.ts';
import type { StageSettings } from './stages.ts';
import type { Storage } from './storage.ts';

type Props = {
  readonly settings: StageSettings;
  readonly storage: Storage;
  readonly operators: Operators;
  readonly stateQueue: Queue;
  /** Where the pages of alerts' own links are. */
};

/** Requests a second for everybody together: some hundred people at their desks, and their scripts. */
const RATE = 50;
const BURST = 100;

/** The pages and the API: an HTTP API with one function behind it, and who may sign in. */
export class Web extends Construct {
  constructor(scope: Construct, id: string, { settings, storage, operators, stateQueue }: Props) {
    super(scope, id);
    const api = new HttpApi(this, 'api', { createDefaultStage: false });
    this.stage(api);
    const address = api.apiEndpoint;
    const signIn = new SignIn(this, 'sign-in', { settings, address });
    const secret = new Secret(this, 'session-secret', {
      description: 'From which the key of session cookies is made; a new one signs everybody out',
      encryptionKey: storage.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    const web = new PipelineFunction(this, 'web', {
      step: 'web',
      operators,
      // An HTTP API waits no longer.
      timeout: Duration.seconds(29),
      // All facts of England, and some days worked out from them.
      memorySize: 3008,
      environment: {
        UPLOADS_BUCKET: storage.uploads.bucketName,
        EVIDENCE_BUCKET: storage.evidence.bucketName,
        REPORTS_BUCKET: storage.reports.bucketName,
        FACTS_TABLE: storage.tables.facts.tableName,
        RESULTS_TABLE: storage.tables.results.tableName,
        WORK_TABLE: storage.tables.work.tableName,
        STATE_QUEUE_URL: stateQueue.queueUrl,
        ADDRESS: address,
        ISSUER: signIn.issuer,
        CLIENT_ID: signIn.clientId,
        LOGOUT_URL: signIn.logoutUrl,
        SESSION_SECRET_ARN: secret.secretArn,
        UPLOADS_ORIGIN: `https://${storage.uploads.bucketRegionalDomainName}`,
      } satisfies z.input<typeof WebEnv>,
    });
    api.addRoutes({
      path: '/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('function', web),
    });
    api.addRoutes({
      path: '/',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('start', web),
    });
    this.grant(web, { storage, stateQueue, secret });
    storage.uploads.addCorsRule({
      allowedMethods: [HttpMethods.POST],
      allowedOrigins: [address],
      allowedHeaders: ['*'],
      maxAge: 3_600,
    });
    operators.tellWhen('web-server-errors', {
      metric: api.metricServerError({ statistic: 'Sum' }),
      above: 0,
      means:
        'A page or the API answered that it broke down; the log of the web function says where.',
    });
    new CfnOutput(this, 'address', { value: address, description: 'Where people sign in' });
  }

  /** Reading everything that pages show; writing what people do: acts to the ledger, and their own items. */
  private grant(
    web: PipelineFunction,
    {
      storage,
      stateQueue,
      secret,
    }: Pick<Props, 'storage' | 'stateQueue'> & { readonly secret: Secret },
  ): void {
    storage.grantReadLedger(web);
    storage.grantCommit(web);
    storage.grantKeepOriginals(web);
    storage.grantReadOriginals(web);
    storage.grantReadReleases(web);
    storage.grantSignForms(web);
    storage.grantTable(web, 'facts', 'Query', 'BatchWriteItem');
    storage.grantTable(web, 'results', 'GetItem');
    storage.grantTable(web, 'work', 'GetItem', 'PutItem', 'Query', 'UpdateItem');
    storage.grantQueryIndex(web, 'work');
    grantSend(stateQueue, web);
    web.addToRolePolicy(
      new PolicyStatement({
        actions: ['secretsmanager:GetSecretValue'],
        resources: [secret.secretArn],
      }),
    );
  }

  private stage(api: HttpApi): void {
    const logs = new LogGroup(this, 'access-log', { retention: RetentionDays.ONE_YEAR });
    const stage = new HttpStage(this, 'stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: RATE, burstLimit: BURST },
      accessLogSettings: { destination: new LogGroupLogDestination(logs) },
    });
    // The path as the API has it, and not as it was asked: an address may hold what somebody searched for.
    (stage.node.defaultChild as CfnStage).addPropertyOverride(
      'AccessLogSettings.Format',
      JSON.stringify({
        requestId: '$context.requestId',
        time: '$context.requestTime',
        method: '$context.httpMethod',
        route: '$context.routeKey',
        status: '$context.status',
        milliseconds: '$context.responseLatency',
      }),
    );
  }
}
