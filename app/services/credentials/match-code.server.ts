import { Secret, TOTP } from 'otpauth';

/** Of one time step, in seconds; what the apps take for granted, as they do SHA-1 and six digits. */
export const stepSeconds = 30;
/** So many steps a clock may be off, either way. */
const window = 1;

/**
 * The time step that a code belongs to, at a moment; null where it is none of the step of that moment,
 * the one before or the one after (RFC 6238). `secret` is in base32. Never throws for what was typed.
 */
export function matchCode(secret: string, code: string, at: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: stepSeconds });
  const delta = totp.validate({ token: code, timestamp: at.getTime(), window });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / stepSeconds) + delta;
}
