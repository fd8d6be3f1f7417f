import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** What no page of ours uses. */
const unused = [
  'accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation',
  'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock',
  'usb', 'xr-spatial-tracking',
];

/** Passkeys, for our own pages and for no frame in them. */
const own = ['publickey-credentials-create', 'publickey-credentials-get'];

const permissions = [...unused.map((name) => `${name}=()`), ...own.map((name) => `${name}=(self)`)].join(', ');

/** The nonce of this response, which names the scripts that may run in its page. */
export function nonceOf(response: Response): string {
  return response.locals.cspNonce as string;
}

/**
 * The security headers of every answer, with a new nonce for each. `styleInline` is for development
 * only, where Vite puts styles into the page.
 */
export function securityHeaders({ https, styleInline }: { https: boolean; styleInline: boolean }): RequestHandler[] {
  const self = "'self'";
  const none = "'none'";
  return [
    (_request, response, next) => {
      response.locals.cspNonce = randomBytes(18).toString('base64url');
      response.setHeader('Permissions-Policy', permissions);
      // Pages show people's records: nothing but the files of the build is kept by anybody.
      response.setHeader('Cache-Control', 'no-store');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': [self],
          'script-src': [self, (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
          'script-src-attr': [none],
          'style-src': styleInline ? [self, "'unsafe-inline'"] : [self],
          'img-src': [self, 'data:'],
          'font-src': [self],
          'connect-src': [self],
          'object-src': [none],
          'base-uri': [none],
          'form-action': [self],
          'frame-ancestors': [none],
          ...(https ? { 'upgrade-insecure-requests': [] } : {}),
        },
      },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: false } : false,
      xFrameOptions: { action: 'deny' },
    }),
  ];
}
