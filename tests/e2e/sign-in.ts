import { type APIRequestContext, expect } from '@playwright/test';

/** Signs in through the form's address; whatever shares the context's cookies is signed in after it. */
export async function signIn(
  request: APIRequestContext,
  origin: string,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const answer = await request.post(`${origin}/sign-in`, {
    form: { email, password, returnTo: '/' },
    headers: { origin },
    maxRedirects: 0,
  });
  expect(answer.status(), `signing in as ${email}`).toBe(302);
}
