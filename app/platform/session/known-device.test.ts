import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { knownDevice, rememberDevice } from './known-device.server.ts';

const clock = useTestRuntime(useTestDatabase());
const owner = { userId: randomUUID(), passwordHash: 'a hash' };
const days = (count: number) => new Date(clock.now.getTime() + count * 24 * 60 * 60 * 1000);
const requestWith = (cookie: string) => new Request('http://localhost:3000/', { headers: { Cookie: `first=1; ${cookie}; last=2` } });
const valueOf = (setCookie: string) => setCookie.split(';')[0]!;

beforeEach(() => {
  clock.origin = 'http://localhost:3000';
});

describe('a known browser', () => {
  it('is known for its owner alone, and by a name of its own', () => {
    const [one, other] = [valueOf(rememberDevice(owner)), valueOf(rememberDevice(owner))];
    const known = knownDevice(requestWith(one), owner);
    expect(known).toContain(owner.userId);
    expect(knownDevice(requestWith(other), owner)).not.toBe(known);
    expect(knownDevice(requestWith(one), { ...owner, userId: randomUUID() })).toBeNull();
    expect(knownDevice(requestWith(one), { ...owner, passwordHash: 'another hash' })).toBeNull();
    expect(knownDevice(new Request('http://localhost:3000/'), owner)).toBeNull();
  });

  it('is not known by a cookie with any sign changed', () => {
    const cookie = valueOf(rememberDevice(owner));
    const start = cookie.indexOf('=') + 1;
    expect(knownDevice(requestWith(cookie), owner)).not.toBeNull();
    for (let at = start; at < cookie.length; at += 1) {
      const changed = cookie.slice(0, at) + (cookie[at] === '1' ? '2' : '1') + cookie.slice(at + 1);
      expect(knownDevice(requestWith(changed), owner), changed).toBeNull();
    }
  });

  it('is known for 180 days', () => {
    const cookie = valueOf(rememberDevice(owner));
    clock.now = days(180);
    expect(knownDevice(requestWith(cookie), owner)).not.toBeNull();
    clock.now = days(1);
    expect(knownDevice(requestWith(cookie), owner)).toBeNull();
  });

  it('has a cookie for this host alone over https, and a plain one over http', () => {
    expect(rememberDevice(owner)).toMatch(/^capability-device=[\w.-]+; HttpOnly; Max-Age=15552000; Path=\/; SameSite=Lax$/);
    clock.origin = 'https://skills.example.org';
    const secure = rememberDevice(owner);
    expect(secure).toMatch(/^__Host-capability-device=[\w.-]+; HttpOnly; Max-Age=15552000; Path=\/; SameSite=Lax; Secure$/);
    expect(knownDevice(requestWith(valueOf(secure)), owner)).not.toBeNull();
    expect(knownDevice(requestWith(valueOf(secure).replace('__Host-', '')), owner)).toBeNull();
  });
});
