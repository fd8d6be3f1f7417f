import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Write } from './write.ts';

/** What an organisation adds to its first framework; each is asked after the ones before it have left something to change. */
export function ownWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  let count = 0;
  const one = async <Row extends object>(query: string, ...values: unknown[]): Promise<Row | undefined> =>
    (await database.ownerPool.query<Row>(query, values)).rows[0];
  const overlay = () => one<{ revision: number; additions: OwnAddition[] }>(`select revision, additions from framework_overlay join framework on framework.id = framework_id where framework_overlay.organisation_id = $1 and framework.kind = 'gdad'`, demo.id);
  const body = async (fields: Record<string, string>) => new URLSearchParams({ ...fields, revision: String((await overlay())?.revision ?? 0) });
  const adopted = (table: string) => `select distinct content.name from ${table} content join framework_adoption using (organisation_id, version_id) join framework on framework.id = framework_id where content.organisation_id = $1 and framework.kind = 'gdad' order by content.name offset $2 limit 1`;
  const roleLevel = async (at: number) => {
    const query = `select role.name as role, content.name from role_level_content content join framework_adoption using (organisation_id, version_id) join framework on framework.id = framework_id join role_level on role_level.id = content.role_level_id join role on role.id = role_level.role_id where content.organisation_id = $1 and framework.kind = 'gdad' order by content.role_level_id offset $2 limit 1`;
    const found = await one<{ role: string; name: string }>(query, demo.id, at);
    return JSON.stringify([found?.role, found?.name]);
  };
  const write = (fields: () => Promise<Record<string, string>>): Write[] => [{ needs: 'import-framework', named: 'in the address', body: async () => body(await fields()) }];
  return {
    '/framework/own/role': write(async () => ({ name: `Own role ${++count}`, familyName: '', description: '', roleLevels: 'Junior\nSenior' })),
    '/framework/own/role-level': write(async () => ({ place: JSON.stringify([(JSON.parse(await roleLevel(1)) as string[])[0], null]), name: `Own role level ${++count}`, description: '', grades: 'HEO' })),
    '/framework/own/skill': write(async () => ({ name: `Own skill ${++count}`, description: '', 'statements.1': 'know it' })),
    '/framework/own/statements': write(async () => ({ skillName: (await one<{ name: string }>(adopted('skill_content'), demo.id, count++))?.name ?? '', ordinal: '1', statements: 'do it our way' })),
    '/framework/own/grades': write(async () => ({ roleLevel: await roleLevel(count++ % 40), grades: 'X1' })),
    '/framework/own/expectations': write(async () => ({ roleLevel: await roleLevel(2), 'level.Coding and scripting': String(1 + (count++ % 4)) })),
    '/framework/own/remove': write(async () => ({ addition: (await overlay())?.additions[0]?.id ?? '' })),
    '/framework/own/publish': write(async () => ({})),
  };
}
