import { Stack } from 'aws-cdk-lib';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Operators } from './operators.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/** What the alert step logs that a person must see to: the message of the entry, and what it means. */
const LOGGED = [
  {
    name: 'messages-over-cap',
    message: 'messages over-cap',
    means:
      'A run had more messages than it may send, and left the rest. See "Alerts" in the runbook before anything is sent on.',
  },
  {
    name: 'deliveries-uncertain',
    message: 'messages uncertain',
    means:
      'Messages were perhaps sent, perhaps not: a person decides. See "Alerts" in the runbook.',
  },
  {
    name: 'deliveries-refused',
    message: 'messages refused',
    means:
      'Messages were refused, by their receivers or by SES. If it is all of them, the sender is not confirmed: see "Alerts" in the runbook.',
  },
  {
    name: 'deliveries-failed',
    message: 'messages failed',
    means:
      'What became of messages could not be recorded, or a subscription not be read. The log says where; the next run goes on.',
  },
  {
    name: 'deliveries-dead',
    message: 'messages dead',
    means: 'Messages were not taken in six tries. See "Alerts" in the runbook.',
  },
  {
    name: 'mails-came-back',
    message: 'address suppressed',
    means: 'A mail bounced for good or was complained of; its address is sent nothing any more.',
  },
  {
    name: 'mails-rejected',
    message: 'mail rejected',
    means: 'SES rejected a mail of ours as harmful. See "Alerts" in the runbook.',
  },
] as const;

/** Alarms on what the alert function logs, and one for the day on which it does nothing at all. */
export function watchAlertLog(alert: PipelineFunction, operators: Operators): void {
  for (const { name, message, means } of LOGGED) {
    const filter = new MetricFilter(alert, `${name}-logged`, {
      logGroup: alert.logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', message),
      // Two stages may share an account.
      metricNamespace: Stack.of(alert).stackName,
      metricName: name,
    });
    operators.tellWhen(name, { metric: filter.metric({ statistic: 'Sum' }), above: 0, means });
  }
  operators.tellWhenSilent('no-evening-run', {
    metric: alert.metricInvocations(),
    days: 1,
    means:
      'The alert function did not run for a day: no alert is found, and nobody is told, the operators neither.',
  });
}
