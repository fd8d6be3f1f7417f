import { describe, expect, it } from 'vitest';
import { hashOfNobody, hashPassword, verifyPassword } from './password.server.ts';

describe('passwords', () => {
  it('are hashed with argon2id at the stated cost, each with a salt of its own', async () => {
    const hashes = await Promise.all([hashPassword('three plain words'), hashPassword('three plain words')]);
    expect(hashes[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('are known again, and others are not', async () => {
    const hash = await hashPassword('three plain words');
    expect(await verifyPassword(hash, 'three plain words')).toBe(true);
    expect(await verifyPassword(hash, 'three plain word')).toBe(false);
    expect(await verifyPassword(null, 'three plain words')).toBe(false);
  });

  it('of nobody cost exactly what others do', async () => {
    const costOf = (hash: string) => hash.split('$').slice(0, 4).join('$');
    expect(costOf(hashOfNobody)).toBe(costOf(await hashPassword('three plain words')));
    const lengths = (hash: string) => hash.split('$').slice(4).map((part) => part.length);
    expect(lengths(hashOfNobody)).toEqual(lengths(await hashPassword('three plain words')));
  });

  it('are turned away with 503 while 42 others are in work or wait, and taken again after', async () => {
    const work = Array.from({ length: 42 }, () => hashPassword('busy'));
    const refused = await hashPassword('one too many').catch((answer: unknown) => answer);
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).status).toBe(503);
    expect((refused as Response).headers.get('Retry-After')).toBe('5');
    await Promise.all(work);
    expect(await hashPassword('again')).toMatch(/^\$argon2id\$/);
  });
});
