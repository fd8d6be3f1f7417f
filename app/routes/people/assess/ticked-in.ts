/** The statements that were ticked in a form, by skill. */
export function tickedIn(form: FormData): Record<string, string[]> {
  const ticked: Record<string, string[]> = {};
  // A skill with nothing ticked is told apart from one that the form did not hold.
  for (const name of form.keys()) if (name.startsWith('revision.')) ticked[name.slice('revision.'.length)] = [];
  for (const [name, value] of form) {
    if (name.startsWith('tick.') && typeof value === 'string') ticked[name.slice('tick.'.length)]?.push(value);
  }
  return ticked;
}
