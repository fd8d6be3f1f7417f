interface OfficialSourceProps {
  /** Of the framework that the words are from. */
  kind: string;
  /** What kind of document they came with. */
  source?: string;
  /** The date of that document, as it is shown. */
  date?: string | null;
}

/** Whose words these are, beside words that are not ours. */
export function OfficialSource({ kind, source, date }: OfficialSourceProps) {
  const from = [source, date].filter(Boolean).join(', ');
  return (
    <p className="text-note text-muted">
      {kind === 'gdad' ? (
        <>
          Official wording{from === '' ? '' : `, from the ${from}`}. Crown copyright, licensed under the{' '}
          <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>.
        </>
      ) : (
        `Wording of the imported ${from === '' ? 'document' : from}.`
      )}
    </p>
  );
}
