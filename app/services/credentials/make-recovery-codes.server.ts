import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { tidyCode } from '#app/domain/access/tidy-code.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { recoveryCode } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Without those that are mistaken for another: 0 and o, 1, i and l. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz';
const count = 10;

/**
 * Seven groups of four signs of 31, which can be read out: 138 bits, so that a plain hash of one gives
 * nothing away (a standard asks for a slow hash below 112).
 */
function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: 7 }, group).join('-');
}

/** Ten new recovery codes in the place of those there were. Only their hashes are stored: the answer is the one time they are known. */
export async function makeRecoveryCodes(tx: Tx, userId: string, at: Date): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode);
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  await tx.insert(recoveryCode).values(codes.map((code) => ({ userId, codeHash: hashSecret(tidyCode(code)), createdAt: at })));
  return codes;
}
