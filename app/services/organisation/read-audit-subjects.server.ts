import { sql } from 'drizzle-orm';
import { isUuid } from '#app/platform/is-uuid.ts';
import type { Tx } from '#db/tenant.ts';

interface Subject {
  subjectKind: string;
  subjectId: string;
}

/** How a thing of each kind is spoken of, by its name and without. */
const phrases: Record<string, { named: (name: string) => string; unnamed: string }> = {
  person: { named: (name) => name, unnamed: 'the person' },
  team: { named: (name) => `the team ${name}`, unnamed: 'the team' },
  user: { named: (name) => name, unnamed: 'the user' },
  framework: { named: (name) => `the framework ${name}`, unnamed: 'the framework' },
  'framework-release': { named: (name) => (name === '' ? 'a release of a framework' : `a release of ${name}`), unnamed: 'a release of a framework' },
  invitation: { named: (name) => `the invitation of ${name}`, unnamed: 'the invitation' },
  'api-key': { named: (name) => (name === '' ? 'an API key without a name' : `the API key "${name}"`), unnamed: 'the API key' },
  import: { named: (name) => `the spreadsheet ${name}`, unnamed: 'a spreadsheet' },
  'job-description': { named: (name) => `the job description ${name}`, unnamed: 'the job description' },
  cycle: { named: (name) => `the round ${name}`, unnamed: 'a round' },
  'scoring-scheme': { named: (name) => `the scoring scheme ${name}`, unnamed: 'a scoring scheme' },
  'coverage-rule': { named: (name) => `the coverage rule for ${name}`, unnamed: 'the coverage rule' },
};

/** Whole things of which each organisation has one, or whose id says nothing. */
const alone: Record<string, string> = {
  organisation: 'the organisation',
  audit: 'the audit',
  notice: 'a notice',
  'identity-provider': 'the single sign-on',
  mail: 'a mail',
};

/**
 * What the subjects of audit rows are called today, by `<kind>/<id>`: their names, read together, or
 * their ids where they are gone. The caller has authorised the reader.
 */
export async function readAuditSubjects(tx: Tx, organisationId: string, subjects: readonly Subject[]): Promise<Map<string, string>> {
  const ids = sql.param([...new Set(subjects.map(({ subjectId }) => subjectId))].filter(isUuid));
  const wanted = sql`organisation_id = ${organisationId} and id = any(${ids}::uuid[])`;
  const { rows } = await tx.execute<{ kind: string; id: string; name: string }>(sql`
    select 'person' as kind, id::text, name from person where ${wanted}
    union all select 'team', id::text, name from team where ${wanted}
    union all select 'framework', id::text, name from framework where ${wanted}
    union all select 'framework-release', id::text, framework_name from framework_release where ${wanted}
    union all select 'cycle', id::text, name from cycle where ${wanted}
    union all select 'scoring-scheme', id::text, name from scoring_scheme where ${wanted}
    union all select 'import', id::text, file_name from spreadsheet_import where ${wanted}
    union all select 'invitation', id::text, name from invitation where ${wanted}
    union all select 'job-description', id::text, title from job_description where ${wanted}
    union all select 'api-key', id::text, name from api_key where ${wanted}
    union all select 'user', app_user.id::text, app_user.name from membership
      join app_user on app_user.id = membership.user_id
      where membership.organisation_id = ${organisationId} and membership.user_id = any(${ids}::uuid[])
    union all select 'coverage-rule', coverage_rule.id::text, skill.name from coverage_rule
      join skill on skill.organisation_id = ${organisationId} and skill.id = coverage_rule.skill_id
      where coverage_rule.organisation_id = ${organisationId} and coverage_rule.id = any(${ids}::uuid[])`);
  const names = new Map(rows.map(({ kind, id, name }) => [`${kind}/${id}`, name]));
  return new Map(
    subjects.map(({ subjectKind, subjectId }) => {
      const key = `${subjectKind}/${subjectId}`;
      const name = names.get(key);
      const phrase = phrases[subjectKind];
      if (!phrase) return [key, alone[subjectKind] ?? `${subjectKind} ${subjectId}`];
      return [key, name === undefined ? `${phrase.unnamed} ${subjectId}` : phrase.named(name)];
    }),
  );
}
