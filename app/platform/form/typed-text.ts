/** What was typed into a form, to be shown again when it is refused. Files are left out. */
export function typedText(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
