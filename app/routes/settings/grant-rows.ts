import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { accessRoleNames } from '#app/domain/access/access-role-names.ts';
import { teamOfGrant, type WantedGrant } from '#app/domain/access/judge-grant.ts';
import type { Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';

/** A grant as a form holds it: texts, empty where nothing was chosen; the team `all` is the whole organisation. */
export interface GrantRow {
  accessRole: string;
  teamId: string;
  roleId: string;
}

const mostRows = 20;

const isGrantable = (text: string): text is GrantableRole => Object.hasOwn(accessRoleNames, text);

/** The rows of a form that grants were made into. */
export function grantRowsOf(grants: readonly WantedGrant[]): GrantRow[] {
  return grants.map(({ accessRole, teamId, roleId }) => ({
    accessRole,
    teamId: teamId ?? (teamOfGrant[accessRole] === 'none' ? '' : 'all'),
    roleId: roleId ?? '',
  }));
}

function wantedGrant({ accessRole, teamId, roleId }: GrantRow, row: number): Outcome<WantedGrant & { row: number }> {
  if (!isGrantable(accessRole)) return refused(`grants.${row}.accessRole`, 'Choose what they may do');
  if (teamId === '' && teamOfGrant[accessRole] === 'optional') {
    return refused(`grants.${row}.teamId`, 'Choose a team, or “The whole organisation”');
  }
  return done({ accessRole, teamId: teamId === '' || teamId === 'all' ? null : teamId, roleId: roleId === '' ? null : roleId, row });
}

/**
 * The grants of a form that GrantFields has drawn: the rows as they were filled in, moved up over those that
 * were left empty, and what they come to, or what is wrong at which field.
 */
export function readGrantRows(form: FormData): { rows: GrantRow[]; wanted: Outcome<(WantedGrant & { row: number })[]> } {
  const rows: GrantRow[] = [];
  for (let at = 1; at <= mostRows; at += 1) {
    const part = (name: keyof GrantRow): string => {
      const value = form.get(`grants.${at}.${name}`);
      return typeof value === 'string' ? value : '';
    };
    const row = { accessRole: part('accessRole'), teamId: part('teamId'), roleId: part('roleId') };
    if (row.accessRole !== '' || row.teamId !== '' || row.roleId !== '') rows.push(row);
  }
  const grants: (WantedGrant & { row: number })[] = [];
  for (const [at, row] of rows.entries()) {
    const outcome = wantedGrant(row, at + 1);
    if (!outcome.ok) return { rows, wanted: outcome };
    grants.push(outcome.value);
  }
  return { rows, wanted: done(grants) };
}
