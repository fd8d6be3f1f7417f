import { ButtonLink } from '#app/ui/button.tsx';

interface ReleaseRefusedProps {
  /** What is wrong, where, and what to do; one sentence each. */
  problems: readonly string[];
  /** How many more there are than are shown. */
  more: number;
}

/** Why documents could not be read or do not fit together, and the way to try again. */
export function ReleaseRefused({ problems, more }: ReleaseRefusedProps) {
  return (
    <section className="mb-part max-w-prose">
      <h2 className="mb-snug text-heading-m font-heading">What to put right</h2>
      <ul className="mb-step grid list-disc gap-close pl-step">
        {problems.map((problem) => (
          <li key={problem} className="wrap-anywhere">
            {problem}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mb-step text-muted">And {more} more. Put these right first.</p>}
      <ButtonLink to="/framework/import">Choose the files again</ButtonLink>
    </section>
  );
}
