interface FormerNamesProps {
  /** `of` names what had the name, where that is not what the page is about. */
  names: readonly { name: string; until: string; of?: string }[];
}

/** What something was called before, and until which version. */
export function FormerNames({ names }: FormerNamesProps) {
  if (names.length === 0) return null;
  return (
    <ul className="mb-step max-w-prose text-muted">
      {names.map(({ name, until, of }) => (
        <li key={`${of ?? ''} ${name} ${until}`}>
          {of === undefined ? 'Called' : `${of} was called`} “{name}” until {until}.
        </li>
      ))}
    </ul>
  );
}
