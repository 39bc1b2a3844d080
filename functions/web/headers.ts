import { secureHeaders } from 'hono/secure-headers';

/**
 * What browsers are told of every answer: nothing inline runs or styles, nothing frames these pages, and
 * nothing comes from or goes to other servers, but for forms to the storage of uploads and to the identity
 * provider. (OWASP secure headers; issue: web security.)
 */
export function securityHeaders(address: string, formOrigins: readonly string[]) {
  const isSecure = address.startsWith('https://');
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'", ...formOrigins],
      formAction: ["'self'", ...formOrigins],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: isSecure ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    xRobotsTag: false,
  } as Parameters<typeof secureHeaders>[0]);
}
