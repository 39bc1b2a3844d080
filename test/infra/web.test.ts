import { Match } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { synthesised } from './synthesised.ts';

let at: ReturnType<typeof synthesised>;
beforeAll(() => {
  at = synthesised();
});

describe('the web function', () => {
  test('reads what pages show, adds what people do, and nothing else', () => {
    expect(at.grantsOf(/"webwebownrole/)).toEqual(
      [
        'dynamodb:BatchWriteItem on storagefacts',
        'dynamodb:GetItem on storageresults',
        'dynamodb:GetItem on storagework',
        'dynamodb:PutItem on storagework',
        'dynamodb:Query on storagefacts',
        // The table itself, and its index.
        'dynamodb:Query on storagework',
        'dynamodb:Query on storagework',
        'dynamodb:UpdateItem on storagework',
        // Facts, originals and tombstones; what is written there is new, as the bucket itself sees to.
        's3:GetObject on storageevidence',
        's3:GetObject on storageevidence',
        's3:PutObject on storageevidence',
        's3:GetObject on storagereports',
        's3:ListBucket on storageevidence',
        's3:ListBucket on storagereports',
        's3:PutObject on storageuploads',
        'secretsmanager:GetSecretValue on websessionsecret',
        'sqs:SendMessage on statestatequeue',
      ].sort(),
    );
  });

  test('answers every path of an HTTP API that lets in so many a second and says what it was asked', () => {
    const routes = at.resources('AWS::ApiGatewayV2::Route');
    expect(routes.map(({ Properties }) => Properties['RouteKey']).sort()).toEqual([
      'ANY /',
      'ANY /{proxy+}',
    ]);
    at.template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: {
        DestinationArn: Match.anyValue(),
        // Never the path as it was asked: it may hold what somebody searched for.
        Format: Match.not(Match.stringLikeRegexp('context\\.path|sourceIp|user')),
      },
    });
  });

  test('believes Cognito alone, by https', () => {
    const [web] = at
      .resources('AWS::Lambda::Function')
      .filter(({ Properties }) => JSON.stringify(Properties).includes('SESSION_SECRET_ARN'));
    const { Variables } = web!.Properties['Environment'] as { Variables: Record<string, unknown> };
    expect(JSON.stringify(Variables['ISSUER'])).toContain('https://cognito-idp.eu-west-2');
    expect(JSON.stringify(Variables['LOGOUT_URL'])).toContain('https://record-access-prod-');
  });
});

describe('signing in', () => {
  test('nobody signs up by themselves, and everybody has a second factor', () => {
    at.template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
  });

  test('by code with PKCE alone: no secret, no passwords by API, and back to our address', () => {
    at.template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'profile'],
      GenerateSecret: false,
      CallbackURLs: [{ 'Fn::Join': ['', [Match.anyValue(), '/sign-in/callback']] }],
      PreventUserExistenceErrors: 'ENABLED',
      SupportedIdentityProviders: [{ 'Fn::If': [Match.anyValue(), Match.anyValue(), 'COGNITO'] }],
    });
  });

  test('an NHS identity provider stands behind it where one is named', () => {
    at.template.hasResource('AWS::Cognito::UserPoolIdentityProvider', {
      Condition: Match.stringLikeRegexp('hasnhs'),
      Properties: Match.objectLike({ ProviderType: 'OIDC', ProviderName: 'NHS' }),
    });
  });

  test('the secret of the sessions is encrypted with our key', () => {
    at.template.hasResourceProperties('AWS::SecretsManager::Secret', {
      KmsKeyId: Match.anyValue(),
      GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
    });
  });
});

test('quarantine takes forms from our pages, and from no other site’s scripts', () => {
  at.template.hasResourceProperties('AWS::S3::Bucket', {
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedMethods: ['POST'],
          AllowedOrigins: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^webapi'), 'ApiEndpoint'] }],
          AllowedHeaders: ['*'],
          MaxAge: 3600,
        },
      ],
    },
  });
});
