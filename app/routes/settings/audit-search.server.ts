import { z } from 'zod';
import { auditGroups } from '#app/domain/access/audit-groups.ts';
import type { Problem } from '#app/platform/context.ts';
import type { AuditFilters } from '#app/services/organisation/audit-filters.ts';

const date = z.iso.date();
const position = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export interface AuditSearch {
  filters: AuditFilters;
  /** The position below which the page begins. */
  before: number | undefined;
  /** What the fields of the form hold, as it was typed. */
  typed: Record<'from' | 'to' | 'who' | 'group' | 'subject', string>;
  problems: Problem[];
}

/** What the address asks of the audit. A filter that cannot be read is a problem, and narrows nothing. */
export function auditSearch(url: string): AuditSearch {
  const { searchParams } = new URL(url);
  const text = (name: string) => (searchParams.get(name) ?? '').trim().slice(0, 200);
  const typed = { from: text('from'), to: text('to'), who: text('who'), group: text('group'), subject: text('subject') };
  const problems: Problem[] = [];
  const dateOf = (field: 'from' | 'to') => {
    if (typed[field] === '') return undefined;
    if (date.safeParse(typed[field]).success) return typed[field];
    problems.push({ field, message: 'Enter a real date, such as 2026-11-02' });
    return undefined;
  };
  const [from, to] = [dateOf('from'), dateOf('to')];
  if (from !== undefined && to !== undefined && from > to) {
    problems.push({ field: 'to', message: 'Enter a last day that is not before the first' });
  }
  const group = auditGroups.find(({ key }) => key === typed.group)?.key;
  // PostgreSQL takes no NUL.
  const words = (name: 'who' | 'subject') => typed[name].replaceAll('\0', '') || undefined;
  const filters = { from, to, who: words('who'), group, subject: words('subject') };
  return { filters, typed, problems, before: position.safeParse(text('before')).data };
}
