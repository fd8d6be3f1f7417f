import { and, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import { auditGroups } from '#app/domain/access/audit-groups.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { appUser, auditEvent, membership, person, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { AuditFilters } from './audit-filters.ts';

/** In a LIKE pattern three signs mean something else than themselves. */
const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** The people, teams and users of the organisation whose name, or address, holds this text. */
async function idsByName(tx: Tx, organisationId: string, text: string): Promise<string[]> {
  const pattern = containing(text);
  const people = await tx.select({ id: person.id }).from(person).where(and(eq(person.organisationId, organisationId), ilike(person.name, pattern)));
  const teams = await tx.select({ id: team.id }).from(team).where(and(eq(team.organisationId, organisationId), ilike(team.name, pattern)));
  const users = await tx
    .select({ id: appUser.id })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId), or(ilike(appUser.name, pattern), ilike(appUser.email, pattern))));
  return [...people, ...teams, ...users].map(({ id }) => id);
}

const dayBegins = (day: SQL) => sql`(${day})::timestamp at time zone 'Europe/London'`;

/** The rows of the audit that the filters leave, as a condition. The caller has authorised the reader. */
export async function readAuditConditions(tx: Tx, organisationId: string, filters: AuditFilters): Promise<SQL | undefined> {
  const { from, to, who, group, subject } = filters;
  const wanted = auditGroups.find(({ key }) => key === group);
  const isId = subject !== undefined && isUuid(subject);
  return and(
    eq(auditEvent.organisationId, organisationId),
    from === undefined ? undefined : sql`${auditEvent.at} >= ${dayBegins(sql`${from}::date`)}`,
    to === undefined ? undefined : sql`${auditEvent.at} < ${dayBegins(sql`${to}::date + 1`)}`,
    who === undefined
      ? undefined
      : or(ilike(auditEvent.actorName, containing(who)), isUuid(who) ? eq(auditEvent.actorUserId, who) : undefined),
    wanted && inArray(sql`split_part(${auditEvent.action}, '.', 1)`, [...wanted.words]),
    subject === undefined ? undefined : inArray(auditEvent.subjectId, isId ? [subject] : [subject, ...(await idsByName(tx, organisationId, subject))]),
  );
}
