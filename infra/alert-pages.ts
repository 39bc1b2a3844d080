import { CfnOutput, Duration } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { PagesEnv } from '../functions/alert/pages-env.ts';
import type { Operators } from './operators.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { Storage } from './storage.ts';

type Props = { readonly storage: Storage; readonly operators: Operators };

/** Invocations at once: whoever calls more often is turned away, and nothing else is slowed down. */
const AT_ONCE = 5;

/** The pages that messages lead to. Anybody may call them; the token in each link says who may see what. */
export class AlertPages extends Construct {
  /** Where they are, with a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { storage, operators }: Props) {
    super(scope, id);
    const pages = new PipelineFunction(this, 'pages', {
      step: 'alert',
      handlerFile: 'pages-handler.ts',
      operators,
      timeout: Duration.seconds(10),
      memorySize: 512,
      reservedConcurrentExecutions: AT_ONCE,
      environment: {
        WORK_TABLE: storage.tables.work.tableName,
      } satisfies z.input<typeof PagesEnv>,
    });
    storage.grantTable(pages, 'work', 'GetItem', 'PutItem', 'Query');
    // Mail programs and people without an account open them.
    this.url = pages.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
    new CfnOutput(this, 'pages-url', {
      value: this.url,
      description: 'Where subscribers end a subscription or look at an alert',
    });
  }
}
