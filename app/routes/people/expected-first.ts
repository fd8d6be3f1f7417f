interface Option {
  value: string;
  label: string;
}

/** The skills to choose from, those that are expected of the person in a group of their own before the others; in one list where nothing is expected. */
export function expectedFirst(skills: Iterable<{ id: string; name: string }>, expected: ReadonlySet<string>): (Option | { group: string; options: Option[] })[] {
  const options = [...skills].map(({ id, name }) => ({ value: id, label: name }));
  if (expected.size === 0) return options;
  return [
    { group: 'Expected of the role level', options: options.filter(({ value }) => expected.has(value)) },
    { group: 'Other skills', options: options.filter(({ value }) => !expected.has(value)) },
  ];
}
