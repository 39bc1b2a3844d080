import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { patientDataNoticeText } from '../intake/patient-data-notice.ts';
import type { Notices } from './ports.ts';

/**
 * Notices to the information-governance topic. SNS cannot tell a notice that it had before, so a run
 * that was repeated may tell twice: better than not at all.
 */
export function snsNotices(client: SNSClient, topicArn: string): Notices {
  return {
    async patientData(notice) {
      const { subject, text } = patientDataNoticeText(notice);
      await client.send(
        new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }),
      );
    },
  };
}
