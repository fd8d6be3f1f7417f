import { beforeAll, describe, expect, it } from 'vitest';
import { ask, startGuarded } from '#tests/helpers/guarded-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';

const db = useTestDatabase();
let https = 0;
let plain = 0;

beforeAll(async () => {
  https = await startGuarded(db, { origin: 'https://skills.example.org' });
  plain = await startGuarded(db, { origin: 'http://localhost:3000' });
});

describe('the security headers', () => {
  const constant = {
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy':
      'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  };
  const policy = (nonce: string) =>
    `default-src 'self';script-src 'self' 'nonce-${nonce}';script-src-attr 'none';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'`;
  const perAnswer = /^(date|connection|keep-alive|transfer-encoding|content-type|content-length|vary|x-request-id|content-security-policy)$/;
  const nonceIn = (value: unknown) => /'nonce-([\w-]+)'/.exec(String(value))?.[1] ?? '';

  it('are exactly these over http', async () => {
    const { headers } = await ask(plain);
    const stable = Object.fromEntries(Object.entries(headers).filter(([name]) => !perAnswer.test(name)));
    expect(stable).toEqual(constant);
    expect(headers['content-security-policy']).toBe(policy(nonceIn(headers['content-security-policy'])));
  });

  it('add transport security over https', async () => {
    const { headers } = await ask(https);
    const stable = Object.fromEntries(Object.entries(headers).filter(([name]) => !perAnswer.test(name)));
    expect(stable).toEqual({ ...constant, 'strict-transport-security': 'max-age=63072000' });
    const sent = headers['content-security-policy'];
    expect(sent).toBe(`${policy(nonceIn(sent))};upgrade-insecure-requests`);
  });

  it('carry another nonce in every answer', async () => {
    const answers = await Promise.all([ask(plain), ask(plain)]);
    const nonces = answers.map(({ headers }) => nonceIn(headers['content-security-policy']));
    expect(nonces[0]).toHaveLength(24);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('stand on a refusal too', async () => {
    const { status, headers } = await ask(plain, { path: '/?_data=root' });
    expect(status).toBe(400);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
