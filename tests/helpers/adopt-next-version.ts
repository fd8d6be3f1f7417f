import { randomUUID } from 'node:crypto';
import { refreshExpectations } from '#app/services/framework/publish/refresh-expectations.server.ts';
import type { TestDatabase } from './database.ts';
import type { TestOrganisation } from './organisation.ts';

/** What the next version says otherwise than the one adopted. Ids are those of the organisation's identities. */
export interface NextVersion {
  label: string;
  /** 2026-06-01 at nine unless given. */
  publishedAt?: string;
  withoutSkills?: string[];
  withoutRoles?: string[];
  withoutRoleLevels?: string[];
  /** Skills whose wording changes its meaning. */
  meaningChanged?: string[];
  /** New names by skill id. */
  skillNames?: Record<string, string>;
  /** From, to. */
  successions?: [string, string][];
  /** True for one that lays own additions over the version adopted now. */
  isOverlay?: boolean;
}

const tables = {
  scale_step: 'ordinal, name',
  role_content: 'role_id, family_id, name, description',
  role_level_content: 'role_level_id, name, description, seniority, seniority_stated, grades',
  skill_content: 'skill_id, name, description, meaning_revision',
  skill_level: 'skill_id, ordinal, defined, statements, wording_source, wording_date',
  expectation: 'role_level_id, skill_id, expected_level',
};

/**
 * Writes a copy of the adopted version with these differences by hand, adopts it and brings what is kept ready up
 * to it: a release without the machinery of releases, for tests of those who read what a release did. Answers its id.
 */
export async function adoptNextVersion(
  { ownerPool, tenant }: Pick<TestDatabase, 'ownerPool' | 'tenant'>,
  organisation: TestOrganisation,
  next: NextVersion,
): Promise<string> {
  const { id: organisationId, frameworkId } = organisation;
  const versionId = randomUUID();
  const publishedAt = next.publishedAt ?? '2026-06-01T09:00:00Z';
  const { rows } = await ownerPool.query<{ version_id: string }>('select version_id from framework_adoption where organisation_id = $1', [organisationId]);
  const before = rows[0]!.version_id;
  await ownerPool.query(
    'insert into framework_version (organisation_id, id, framework_id, label, fingerprint, published_at, base_version_id) values ($1, $2, $3, $4, $7, $5, $6)',
    [organisationId, versionId, frameworkId, next.label, publishedAt, next.isOverlay ? before : null, versionId],
  );
  const lost = { skill_id: next.withoutSkills ?? [], role_id: next.withoutRoles ?? [], role_level_id: await lostRoleLevels(ownerPool, organisationId, next) };
  for (const [table, columns] of Object.entries(tables)) {
    const kept = Object.entries(lost).filter(([column]) => columns.includes(column));
    const where = kept.map(([column], at) => ` and not (${column} = any($${at + 4}::uuid[]))`).join('');
    await ownerPool.query(
      `insert into ${table} (organisation_id, version_id, ${columns}) select organisation_id, $1, ${columns} from ${table}
       where organisation_id = $2 and version_id = $3${where}`,
      [versionId, organisationId, before, ...kept.map(([, ids]) => ids)],
    );
  }
  const ofVersion = [organisationId, versionId] as const;
  await ownerPool.query('update skill_content set meaning_revision = meaning_revision + 1 where organisation_id = $1 and version_id = $2 and skill_id = any($3)', [
    ...ofVersion,
    next.meaningChanged ?? [],
  ]);
  for (const [skillId, name] of Object.entries(next.skillNames ?? {})) {
    await ownerPool.query('update skill_content set name = $3 where organisation_id = $1 and version_id = $2 and skill_id = $4', [...ofVersion, name, skillId]);
    await ownerPool.query('update skill set name = $2 where organisation_id = $1 and id = $3', [organisationId, name, skillId]);
  }
  for (const [from, to] of next.successions ?? []) {
    await ownerPool.query('insert into skill_succession (organisation_id, version_id, from_skill_id, to_skill_id) values ($1, $2, $3, $4)', [...ofVersion, from, to]);
  }
  await ownerPool.query('update framework_adoption set version_id = $2, adopted_at = $3 where organisation_id = $1', [organisationId, versionId, publishedAt]);
  await tenant(organisationId).transaction(async (tx) => {
    await refreshExpectations(tx, organisationId, frameworkId, '2026-06-01');
  });
  return versionId;
}

async function lostRoleLevels(ownerPool: TestDatabase['ownerPool'], organisationId: string, next: NextVersion): Promise<string[]> {
  const { rows } = await ownerPool.query<{ id: string }>('select id from role_level where organisation_id = $1 and role_id = any($2)', [
    organisationId,
    next.withoutRoles ?? [],
  ]);
  return [...rows.map(({ id }) => id), ...(next.withoutRoleLevels ?? [])];
}
