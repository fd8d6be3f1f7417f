import { useId } from 'react';
import type { MatrixTotals } from '#app/domain/capability/matrix-totals.ts';

/** How far the picture can be trusted: of what is expected, what is agreed, only said, or missing. */
export function Completeness({ totals }: { totals: MatrixTotals }) {
  const headingId = useId();
  const parts = [
    { name: 'Agreed', count: totals.agreed },
    { name: 'Not observed', count: totals.notObserved },
    { name: 'Manager only', count: totals.managerOnly },
    { name: 'Self only', count: totals.selfOnly },
    { name: 'Missing', count: totals.missing },
    { name: 'Out of date', count: totals.stale },
    { name: 'To be reviewed', count: totals.review },
  ];
  return (
    <section aria-labelledby={headingId} className="mb-step">
      <h2 id={headingId} className="mb-close text-heading-m font-heading">
        How complete the picture is
      </h2>
      <dl className="flex flex-wrap gap-x-part gap-y-close">
        {parts.map(({ name, count }) => (
          <div key={name}>
            <dt className="text-dense text-muted">{name}</dt>
            <dd className="text-heading-m font-strong tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      <p className="text-dense text-muted">
        Of {totals.expected} expected skill levels of {totals.people} people. Out of date counts within agreed and not observed, to be reviewed within agreed: recorded before a release changed what the skill means.
      </p>
    </section>
  );
}
