import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

const REGION = 'eu-west-2';

/** A client for a DynamoDB on this machine, which asks for no real credentials. */
export function localDynamoClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  });
}

/** A client for a DynamoDB elsewhere, with the credentials and region that the environment gives. */
export function dynamoClientElsewhere(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: process.env['AWS_REGION'] ?? REGION });
}
