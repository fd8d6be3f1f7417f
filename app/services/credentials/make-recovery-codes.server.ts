import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { hashSecret } from '#app/platform/secret-hash.server.ts';
import { recoveryCode } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { tidyCode } from './tidy-code.ts';

/** Without those that are mistaken for another: 0 and o, 1, i and l. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz';
const count = 10;

/** 16 signs of 31: 79 bits, more than anybody guesses, in groups that can be read out. */
function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return `${group()}-${group()}-${group()}-${group()}`;
}

/** Ten new recovery codes in the place of those there were. Only their hashes are stored: the answer is the one time they are known. */
export async function makeRecoveryCodes(tx: Tx, userId: string, at: Date): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode);
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  await tx.insert(recoveryCode).values(codes.map((code) => ({ userId, codeHash: hashSecret(tidyCode(code)), createdAt: at })));
  return codes;
}
