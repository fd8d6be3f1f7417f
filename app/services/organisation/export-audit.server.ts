import { stringify } from 'csv-stringify/sync';
import { describeAuditEvent } from '#app/domain/access/describe-audit-event.ts';
import { neutraliseFormula } from '#app/domain/access/neutralise-formula.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { tooManyRequests } from '#app/platform/responses.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { within } from '#app/platform/within.server.ts';
import type { AuditFilters, AuditLine } from './audit-filters.ts';
import { mostExported } from './audit-limits.ts';
import { readAudit } from './read-audit.server.ts';

const columns = ['Position', 'Time (UTC)', 'Who', 'User id', 'Action', 'In words', 'Subject kind', 'Subject id', 'Subject', 'Detail', 'Hash'];
const batchSize = 5_000;

function cellsOf(line: AuditLine): string[] {
  const { position, at, actorName, actorUserId, action, subjectKind, subjectId, subject, detail, hash } = line;
  const texts = [actorName, actorUserId ?? '', action, describeAuditEvent(line), subjectKind, subjectId, subject, JSON.stringify(detail), hash];
  return [String(position), at.toISOString(), ...texts.map(neutraliseFormula)];
}

/**
 * As tables are exchanged (RFC 4180), in UTF-8 with the mark at the beginning by which spreadsheets know it. The library
 * quotes the line ends of rows alone: any line break within a cell would begin a row elsewhere, and there a formula.
 */
function csv(rows: readonly string[][]): string {
  return stringify(rows as string[][], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

/**
 * The audit that the filters leave, newest first and at most 50,000 rows of it, as a CSV file; the
 * download is recorded. Throws 403 for whoever may not read the audit, 429 after too many downloads.
 */
export async function exportAudit(context: Context, filters: AuditFilters): Promise<{ text: string; rows: number }> {
  authorise(context, 'read-audit');
  const { organisationId, userId, name } = context.viewer;
  const turn = await takeTurn('export', { user: userId ?? `${organisationId}/${name}` });
  if (!turn.allowed) throw tooManyRequests(turn.retryAfterSeconds);
  return context.db.transaction(async (tx) => {
    const parts = [`\ufeff${csv([columns])}`];
    let before: number | undefined;
    let rows = 0;
    while (rows < mostExported) {
      const page = await readAudit(within(context, tx), { filters, before, most: 0, size: Math.min(batchSize, mostExported - rows) });
      parts.push(csv(page.lines.map(cellsOf)));
      rows += page.lines.length;
      if (page.next === null) break;
      before = page.next;
    }
    const { from, to, group } = filters;
    await recordAudit(tx, context, {
      action: 'export.audit',
      subjectKind: 'audit',
      subjectId: organisationId,
      // Whose name was searched for is no part of it.
      detail: { rows, from, to, group, byName: filters.who !== undefined || filters.subject !== undefined },
    });
    return { text: parts.join(''), rows };
  });
}
