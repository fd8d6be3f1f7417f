import { typed } from '#app/platform/form/read-form.server.ts';

/** What somebody shows as their second factor: the passkey's answer where there is one, else the code. */
export function shownFactor(form: FormData): { code: string } | { passkey: string } {
  const passkey = typed(form, 'passkey');
  return passkey === '' ? { code: typed(form, 'code') } : { passkey };
}
