interface StatementListProps {
  statements: readonly string[];
  /** True where they are our own summary, not the framework's wording, which is said. */
  ours: boolean;
}

/** What somebody at one level of a skill does. */
export function StatementList({ statements, ours }: StatementListProps) {
  return (
    <>
      {ours && <p className="text-muted">Our summary of the framework’s words:</p>}
      <ul className="list-disc pl-step">
        {statements.map((statement) => (
          <li key={statement} className="break-words">
            {statement}
          </li>
        ))}
      </ul>
    </>
  );
}
