import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { GrantEnv } from '../functions/intake/grant-env.ts';
import type { Operators } from './operators.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { Storage } from './storage.ts';

type Props = { readonly storage: Storage; readonly operators: Operators };

/**
 * Gives the form that one upload is sent with. It has no address of its own: who may invoke it is said
 * in IAM, and it believes them who the sender is.
 */
export class UploadGrants extends Construct {
  constructor(scope: Construct, id: string, { storage, operators }: Props) {
    super(scope, id);
    const grants = new PipelineFunction(this, 'grant', {
      step: 'intake',
      handlerFile: 'grant-handler.ts',
      operators,
      timeout: Duration.seconds(10),
      memorySize: 512,
      environment: {
        UPLOADS_BUCKET: storage.uploads.bucketName,
        WORK_TABLE: storage.tables.work.tableName,
      } satisfies z.input<typeof GrantEnv>,
    });
    storage.grantSignForms(grants);
    storage.grantTable(grants, 'work', 'PutItem');
    new CfnOutput(this, 'grant-name', {
      value: grants.functionName,
      description: 'Invoke it to be given the form for one upload',
    });
  }
}
