import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

const REGION = 'eu-west-2';

/** The embedded server looks whether a request is signed and not by whom, so hashing every request anew would be for nothing. */
const AS_IF_SIGNED: NonNullable<DynamoDBClientConfig['signer']> = {
  async sign(request) {
    request.headers['authorization'] =
      'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=none';
    request.headers['x-amz-date'] = '19700101T000000Z';
    return request;
  },
};

/** A client for the embedded DynamoDB, which asks for no credentials. */
export function localDynamoClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: AS_IF_SIGNED,
  });
}

/** A client for a DynamoDB elsewhere, with the credentials and region that the environment gives. */
export function dynamoClientElsewhere(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: process.env['AWS_REGION'] ?? REGION });
}
