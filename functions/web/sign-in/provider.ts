import * as client from 'openid-client';

/** What somebody proves of themselves by signing in. */
export type SignedIn = {
  readonly subject: string;
  readonly name: string | null;
  readonly accessToken: string | null;
};
export type Beginning = {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** The identity provider: where people go to sign in, and what they come back with. */
export type Provider = {
  begin(): Promise<Beginning>;
  /** Throws where what came back is not what was begun. */
  finish(callback: URL, begun: Omit<Beginning, 'url'>): Promise<SignedIn>;
  /** Where the provider's own session ends; null: it has no such place. */
  endUrl(): Promise<URL | null>;
};

type Settings = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly redirectUri: string;
  readonly postLogoutUri: string;
  readonly scope: string;
  /** What the access token is for, where the provider asks. */
  readonly resource?: string;
  /** `login`: who it is is asked even of somebody whom the provider knows already. */
  readonly prompt?: 'login';
  /** Cognito ends sessions at an address that discovery does not name. */
  readonly logoutUrl?: string;
  /** Plain http, which only loopback may have. */
  readonly allowInsecure: boolean;
};

/**
 * An OpenID Connect provider with the authorization code flow and PKCE. Its settings are looked up when
 * first needed, and again after a look-up that failed. Throws a RangeError for plain http elsewhere than
 * on loopback.
 */
export function oidcProvider(settings: Settings): Provider {
  const { issuer, clientId, clientSecret, redirectUri, scope, allowInsecure } = settings;
  if (issuer.protocol !== 'https:' && !(allowInsecure && isLoopback(issuer))) {
    throw new RangeError(`the identity provider ${issuer.host} has no https`);
  }
  let discovered: Promise<client.Configuration> | undefined;
  function configuration(): Promise<client.Configuration> {
    discovered ??= client
      .discovery(
        issuer,
        clientId,
        undefined,
        clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret),
        issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {},
      )
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  }
  const resource: Record<string, string> =
    settings.resource === undefined ? {} : { resource: settings.resource };
  return {
    async begin() {
      const verifier = client.randomPKCECodeVerifier();
      const [state, nonce] = [client.randomState(), client.randomNonce()];
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...resource,
        ...(settings.prompt !== undefined && { prompt: settings.prompt }),
      });
      return { url, state, nonce, verifier };
    },
    async finish(callback, { state, nonce, verifier }) {
      const tokens = await client.authorizationCodeGrant(
        await configuration(),
        callback,
        {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        },
        resource,
      );
      const claims = tokens.claims()!;
      const name = claims['name'];
      return {
        subject: claims.sub,
        name: typeof name === 'string' ? name : null,
        accessToken: tokens.access_token,
      };
    },
    async endUrl() {
      if (settings.logoutUrl !== undefined) {
        const url = new URL(settings.logoutUrl);
        url.searchParams.set('client_id', clientId);
        url.searchParams.set('logout_uri', settings.postLogoutUri);
        return url;
      }
      const found = await configuration();
      if (found.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(found, {
        post_logout_redirect_uri: settings.postLogoutUri,
        client_id: clientId,
      });
    },
  };
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
}
