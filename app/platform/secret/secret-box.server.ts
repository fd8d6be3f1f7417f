import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { runtime } from '#app/platform/runtime.server.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a secret that has to be read again (an authenticator's, a provider's), so that a copy of the
 * database alone does not give it away. `purpose` says what it is for: sealed for one, it opens for no other.
 */
export function seal(secret: string, purpose: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, runtime().secretKey, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What is sealed was changed, or sealed for another purpose or with another key: SECRET_KEY is another one, say. */
export class SealedOtherwise extends Error {
  constructor() {
    super('A sealed secret cannot be opened: SECRET_KEY is another one than when it was sealed, or it was changed.');
  }
}

/** Opens what `seal` closed. Throws SealedOtherwise. `key`: where no server runs, as in a command. */
export function unseal(sealed: string, purpose: string, key: Buffer = runtime().secretKey): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(purpose)).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealedOtherwise();
  }
}
