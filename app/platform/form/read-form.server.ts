/**
 * The fields of a form that was sent. Throws a 400 response for a body that is no form, which no page
 * of ours sends.
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response('Bad Request', { status: 400, statusText: 'Bad Request' });
  }
}

/** What was typed into a field; empty where it was not sent, or is a file. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
