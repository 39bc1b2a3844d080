import { type JWTVerifyGetKey, jwtVerify } from 'jose';

type Ask = {
  readonly issuer: string;
  /** What the token must be for; null: the provider does not say, and `clientId` must be named instead. */
  readonly audience: string | null;
  /** Cognito's access tokens name the client and have no audience. */
  readonly clientId: string | null;
  readonly jwks: JWTVerifyGetKey;
};

/**
 * Reads `Authorization: Bearer …`: the subject of an access token that the issuer signed for us and that
 * has not run out; null for anything else. An id token is no access token.
 */
export function bearerSubjects({
  issuer,
  audience,
  clientId,
  jwks,
}: Ask): (authorization: string) => Promise<string | null> {
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization.trim())?.[1];
    if (token === undefined) return null;
    try {
      const { payload } = await jwtVerify(token, jwks, {
        issuer,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['exp', 'sub'],
        ...(audience !== null && { audience }),
      });
      const isOurs =
        audience !== null ||
        (clientId !== null &&
          payload['client_id'] === clientId &&
          payload['token_use'] === 'access');
      return isOurs ? payload.sub! : null;
    } catch {
      return null;
    }
  };
}
