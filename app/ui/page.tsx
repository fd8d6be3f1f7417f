import type { ReactNode } from 'react';
import { formatDate } from '#app/domain/assessment/format-date.ts';

interface PageFacts {
  /** The ISO date that the page holds for. */
  date?: string;
  /** Name of the framework version, such as "Digital and data 2026-10". */
  frameworkVersion?: string;
  /** How many are left out of the figures, and why: "7 of 48 people have no agreed level". */
  notCounted?: string;
}

interface PageProps {
  title: ReactNode;
  /** The answer of the page in one sentence. */
  lead?: ReactNode;
  facts?: PageFacts;
  children?: ReactNode;
}

/** Heading, answer and the facts that the answer rests on, above everything else of a page. */
export function Page({ title, lead, facts = {}, children }: PageProps) {
  const said: string[] = [];
  if (facts.date) said.push(`As at ${formatDate(facts.date)}`);
  if (facts.frameworkVersion) said.push(`Framework: ${facts.frameworkVersion}`);
  if (facts.notCounted) said.push(`Not counted: ${facts.notCounted}`);
  return (
    <>
      <h1 className="mb-snug max-w-prose text-heading-l font-heading text-balance md:max-w-none md:text-heading-xl">{title}</h1>
      {lead && <p className="mb-snug max-w-prose text-body md:text-lead">{lead}</p>}
      {said.length > 0 && (
        <ul className="mb-step flex flex-wrap gap-x-step text-dense text-muted">
          {said.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {children}
    </>
  );
}
