import type { ReactNode } from 'react';

interface HeatmapCaptionProps {
  /** What the picture shows. */
  title: ReactNode;
  /** The date it is true for, as people read dates: "21 November 2026". */
  date: string;
  /** For example "Government Digital and Data, September 2025". */
  frameworkVersion: string;
  /** In what order rows and columns stand: "People by team, then seniority; skills by name". */
  order: string;
  /** What the figures count: "48 people, 412 expected skills". */
  counted: string;
  /** How many are left out and why: "61 not assessed"; null when nothing is left out. */
  notCounted: string | null;
}

/** Title, date, framework version, what is counted and left out, and the order of rows and columns. */
export function HeatmapCaption({ title, date, frameworkVersion, order, counted, notCounted }: HeatmapCaptionProps) {
  return (
    <figcaption className="mb-snug text-dense">
      <span className="block text-heading-s font-heading">{title}</span>
      <span className="block">
        {date}. {frameworkVersion}. {counted}
        {notCounted === null ? '; none left out.' : <>; not counted: <strong className="font-strong">{notCounted}</strong>.</>}
      </span>
      <span className="block text-muted">Order: {order}.</span>
    </figcaption>
  );
}
