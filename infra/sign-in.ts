import {
  Aws,
  CfnCondition,
  CfnOutput,
  CfnParameter,
  Duration,
  Fn,
  RemovalPolicy,
  SecretValue,
  Stack,
} from 'aws-cdk-lib';
import {
  type CfnUserPoolClient,
  CfnUserPoolIdentityProvider,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { StageSettings } from './stages.ts';

type Props = { readonly settings: StageSettings; readonly address: string };

/**
 * Who signs in: Cognito, with an NHS identity provider behind it where one is named by parameters. Nobody
 * signs up here by themselves, and what Cognito knows of somebody gives no right: memberships are our own.
 */
export class SignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;
  /** Where a session of Cognito's own ends. */
  readonly logoutUrl: string;

  constructor(scope: Construct, id: string, { settings, address }: Props) {
    super(scope, id);
    const pool = new UserPool(this, 'people', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: settings.isDeletionProtected,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // One name in all of AWS: the account makes it ours.
    const domainPrefix = `record-access-${settings.name}-${Aws.ACCOUNT_ID}`;
    pool.addDomain('domain', { cognitoDomain: { domainPrefix } });
    const client = pool.addClient('web', {
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${address}/sign-in/callback`],
        logoutUrls: [`${address}/signed-out`],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(1),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    this.behind(pool, client);
    const { region } = Stack.of(this);
    this.issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`;
    this.clientId = client.userPoolClientId;
    this.logoutUrl = `https://${domainPrefix}.auth.${region}.amazoncognito.com/logout`;
    new CfnOutput(this, 'user-pool', {
      value: pool.userPoolId,
      description: 'Whose sub a membership names',
    });
  }

  /** Where an NHS identity provider is named, people come from there; else those whom somebody put into the pool. */
  private behind(pool: UserPool, client: UserPoolClient): void {
    const issuer = parameter(
      this,
      'NhsIssuer',
      'Issuer of the NHS identity provider (OpenID Connect); empty: none',
    );
    const clientId = parameter(this, 'NhsClientId', 'Our client id there');
    const secretName = parameter(
      this,
      'NhsClientStoredAs',
      'Secrets Manager secret that holds our client secret there',
    );
    const isNamed = new CfnCondition(this, 'has-nhs', {
      expression: Fn.conditionNot(Fn.conditionEquals(issuer.valueAsString, '')),
    });
    const nhs = new CfnUserPoolIdentityProvider(this, 'nhs', {
      userPoolId: pool.userPoolId,
      providerName: 'NHS',
      providerType: 'OIDC',
      providerDetails: {
        client_id: clientId.valueAsString,
        client_secret: SecretValue.secretsManager(secretName.valueAsString).unsafeUnwrap(),
        oidc_issuer: issuer.valueAsString,
        authorize_scopes: 'openid profile email',
        attributes_request_method: 'GET',
      },
      attributeMapping: { email: 'email', name: 'name' },
    });
    nhs.cfnOptions.condition = isNamed;
    const resource = client.node.defaultChild as CfnUserPoolClient;
    resource.supportedIdentityProviders = [
      Fn.conditionIf(isNamed.logicalId, nhs.ref, 'COGNITO').toString(),
    ];
  }
}

function parameter(scope: Construct, name: string, description: string): CfnParameter {
  const made = new CfnParameter(scope, name, { default: '', description });
  made.overrideLogicalId(name);
  return made;
}
