import { App, type AppProps, Stage } from 'aws-cdk-lib';
import { codeVersion } from '../local/code-version.ts';
import { RolloutStack } from './rollout-stack.ts';
import { STAGES } from './stages.ts';

/** The CDK app: one stage a place, each with the whole pipeline. Needs no account and no network to synthesise. */
export function rolloutApp(props: AppProps = {}): App {
  const app = new App({ analyticsReporting: false, ...props });
  const version = codeVersion();
  for (const settings of STAGES) {
    const stage = new Stage(app, settings.name);
    new RolloutStack(stage, 'record-access-rollout', { settings, codeVersion: version });
  }
  return app;
}

if (import.meta.main) rolloutApp().synth();
