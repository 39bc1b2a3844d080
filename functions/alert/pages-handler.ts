import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { instant } from '../../shared/calendar/day.ts';
import { dynamoDeliveries } from '../../shared/store/alert-deliveries.ts';
import { dynamoEpisodes } from '../../shared/store/alert-episodes.ts';
import { dynamoSubscriptions } from '../../shared/store/alert-subscriptions.ts';
import { traceOf } from '../log.ts';
import { alertPages } from './pages.ts';
import { PagesEnv } from './pages-env.ts';

const env = PagesEnv.parse(process.env);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const pages = alertPages({
  subscriptions: dynamoSubscriptions(client, env.WORK_TABLE),
  episodes: dynamoEpisodes(client, env.WORK_TABLE),
  deliveries: dynamoDeliveries(client, env.WORK_TABLE),
  now: () => instant(new Date().toISOString()),
});

const log = new Logger({ serviceName: 'pages' });

const app = new Hono()
  .all('*', (context) => pages(context.req.raw))
  .onError((error) => {
    log.warn('page failed', traceOf(error));
    // Thrown and not answered: only an invocation that failed rings the alarm.
    throw new Error('the page broke down');
  });

/** Behind a function URL that anybody may call: the token in each address says who may see what. */
export const handler = handle(app);
