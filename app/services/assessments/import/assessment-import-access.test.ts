import { describe, expect, it } from 'vitest';
import type { AccessRole } from '#app/domain/access/access-role.ts';
import { apply, field, type File, longColumns, longFile, planOf, stored, wideFile } from '#tests/helpers/assessment-import.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);

describe('who may bring in whose levels', () => {
  it('are those who may import, and nobody else', async () => {
    const organisation = await makeOrganisation(database);
    const file = wideFile(organisation, [['ada', '3', '2', '']]);
    for (const accessRole of ['administrator', 'moderator', 'team-member', 'analyst', 'api-read', 'api-write'] as const satisfies AccessRole[]) {
      const context = await organisation.as(accessRole, { personId: organisation.people.ada });
      expect((await thrownResponse(planOf(context, file))).status, accessRole).toBe(403);
      expect((await thrownResponse(apply(context, file))).status, accessRole).toBe(403);
    }
    expect(await stored(await organisation.as('head-of-service'))).toEqual([]);
  });

  it('know nobody outside their teams: they are as unknown as somebody who does not exist', async () => {
    const organisation = await makeOrganisation(database);
    const manager = await organisation.as('team-manager', { teamId: organisation.teams.lights, personId: organisation.people.ada });
    const head = await organisation.as('head-of-service');
    const said = async (file: File, word: string, context = manager) => JSON.stringify(await planOf(context, file)).replaceAll(word, 'x');
    const byName = (name: string) => longFile(organisation, [[name, 'Signalling', 'manager', '2', '1/5/2026']]);
    expect(await said(byName('cyd'), 'cyd')).toBe(await said(byName('zed'), 'zed'));
    // Nor does a near miss suggest them.
    expect(await said(byName('cydd'), 'cydd')).not.toContain(organisation.people.cyd);
    expect(await said(byName('cydd'), 'cydd', head)).toContain(organisation.people.cyd);
    const byEmail = (name: string) => {
      const file = byName('');
      return { ...file, mapping: { ...file.mapping, columns: [field('email'), ...longColumns.slice(1).map(field)] }, sheets: [{ name: 'x', rows: [longColumns, [`${name}@${organisation.canary}.example`, `Signalling ${organisation.canary}`, 'manager', '2', '1/5/2026']] }] };
    };
    expect(await said(byEmail('cyd'), 'cyd')).toBe(await said(byEmail('zed'), 'zed'));
    for (const by of [byName, byEmail]) expect(await said(by('cyd'), 'cyd', head)).not.toBe(await said(by('zed'), 'zed', head));
    const { mapping, ...rest } = byName('zed');
    const names = { person: { [`zed ${organisation.canary}`]: organisation.people.cyd } };
    expect((await apply(manager, { ...rest, mapping: { ...mapping, names } })).counts).toMatchObject({ add: 0, refused: 1 });
    const ben = { person: { [`zed ${organisation.canary}`]: organisation.people.ben } };
    expect((await apply(manager, { ...rest, mapping: { ...mapping, names: ben } })).counts).toMatchObject({ add: 1, refused: 0 });
  });

  it('give no manager’s or agreed level of themselves, and may bring in their own', async () => {
    const organisation = await makeOrganisation(database);
    const manager = await organisation.as('team-manager', { teamId: organisation.teams.lights, personId: organisation.people.ada });
    for (const source of ['manager', 'agreed'] as const) expect((await apply(manager, wideFile(organisation, [['ada', '3', '', '']], { source }))).counts, source).toMatchObject({ add: 0, refused: 1 });
    expect((await apply(manager, wideFile(organisation, [['ada', '3', '', '']], { source: 'self' }))).counts).toMatchObject({ add: 1 });
  });

  it('learn nothing of another organisation by its ids, names or addresses', async () => {
    const [organisation, foreign] = [await makeOrganisation(database), await makeOrganisation(database)];
    const head = await organisation.as('head-of-service');
    const { mapping, sheets } = longFile(foreign, [['ben', 'Signalling', 'manager', '2', '1/5/2026']]);
    const names = { person: { [`ben ${foreign.canary}`]: foreign.people.ben }, skill: { [`signalling ${foreign.canary}`]: foreign.skills.signals } };
    const plan = await planOf(head, { sheets, mapping: { ...mapping, names } });
    expect(plan.fates[0]).toMatchObject({ fate: 'refused', problems: [{ column: 'B' }, { column: 'A' }] });
    expect(plan.fates[0]!.problems.flatMap(({ suggestions }) => suggestions).filter(({ id }) => Object.values({ ...foreign.people, ...foreign.skills }).includes(id))).toEqual([]);
    expect((await apply(head, { sheets, mapping: { ...mapping, names } })).counts).toMatchObject({ add: 0 });
    const theirs = await foreign.as('head-of-service');
    expect([await stored(head), await stored(theirs)]).toEqual([[], []]);
  });
});
