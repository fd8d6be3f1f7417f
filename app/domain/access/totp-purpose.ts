/** What an authenticator's secret is sealed for: one user's opens for no other. */
export function totpPurpose(userId: string): string {
  return `totp:${userId}`;
}
