import { Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alert, alertQueue } from './alert.ts';
import { InformationGovernance } from './information-governance.ts';
import { Intake } from './intake.ts';
import { Operators } from './operators.ts';
import { Release } from './release.ts';
import type { StageSettings } from './stages.ts';
import { State } from './state.ts';
import { Storage } from './storage.ts';
import { UploadGrants } from './upload-grants.ts';
import { Web } from './web.ts';

type Props = {
  readonly settings: StageSettings;
  /** Which code makes the releases. */
  readonly codeVersion: string;
};

/** The pipeline as it flows: storage, then grants of uploads, intake, state, release, alerts, web; each step one construct. */
export class RolloutStack extends Stack {
  constructor(scope: Construct, id: string, { settings, codeVersion }: Props) {
    super(scope, id, {
      // London: the evidence stays in the country. The account is whoever deploys.
      env: { region: 'eu-west-2' },
      description: 'Record Access Rollout: evidence in, coverage out',
      terminationProtection: settings.isDeletionProtected,
    });
    const storage = new Storage(this, 'storage', { settings });
    const operators = new Operators(this, 'operators', { key: storage.key });
    const state = new State(this, 'state', { settings, storage, operators });
    const officers = new InformationGovernance(this, 'officers', { key: storage.key });
    new UploadGrants(this, 'uploads', { storage, operators });
    const stateQueue = state.queue;
    new Intake(this, 'intake', { settings, storage, operators, officers, stateQueue });
    const queue = alertQueue(this, { storage, operators });
    new Release(this, 'release', { storage, operators, codeVersion, alertQueue: queue });
    new Alert(this, 'alert', { storage, operators, queue });
    new Web(this, 'web', { settings, storage, operators, stateQueue });
    Tags.of(this).add('service', 'record-access-rollout');
    Tags.of(this).add('stage', settings.name);
  }
}
