import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { searchFramework } from './search-framework.server.ts';
import { parseSearchWords } from './parse-search-words.server.ts';

const database = useTestDatabase();

async function scene() {
  const organisation = await makeOrganisation(database);
  const context = await organisation.as('team-member');
  const write = (statement: string, ...values: unknown[]) => database.ownerPool.query(statement, [organisation.id, ...values]);
  await write("update skill_content set description = 'How lamps are trimmed & kept' where organisation_id = $1 and skill_id = $2", organisation.skills.lamps);
  await write("update skill_level set statements = '{\"splice ropes in a storm\",\"tie a bowline\"}' where organisation_id = $1 and skill_id = $2 and ordinal = 3", organisation.skills.knots);
  const find = async (typed: string) => (await searchFramework(context, typed)).map(({ part, key }) => `${part} ${key}`);
  return { organisation, context, find };
}

describe('searching a framework', () => {
  it('finds names, descriptions, statements and role levels, in any form of a word', async () => {
    const { find } = await scene();
    expect(await find('lamp')).toEqual(['skill lamps']);
    expect(await find('trimming')).toEqual(['skill lamps']);
    expect(await find('rope storms')).toEqual(['skill knots']);
    expect(await find('coxswain')).toEqual(['role boatman']);
    expect(await find('lamps bowline')).toEqual([]);
  });

  it('finds a word that is only begun, and what has it in its name first', async () => {
    const { find, organisation, context } = await scene();
    expect(await find('bowl')).toEqual(['skill knots']);
    await database.ownerPool.query("update skill_level set statements = '{\"ask who handles the boat\"}' where organisation_id = $1 and skill_id = $2 and ordinal = 1", [organisation.id, organisation.skills.signals]);
    expect((await searchFramework(context, 'boat')).map(({ key }) => key)).toEqual(['boats', 'boatman', 'signals']);
  });

  it('shows the passages with the words found, as text', async () => {
    const { context } = await scene();
    const [lamps] = await searchFramework(context, 'trim');
    expect(lamps?.passages).toEqual([
      { ordinal: null, levelName: null, pieces: [{ text: 'How lamps are ', found: false }, { text: 'trimmed', found: true }, { text: ' & kept', found: false }] },
    ]);
    const [knots] = await searchFramework(context, 'splice');
    expect(knots?.passages).toMatchObject([{ ordinal: 3, levelName: 'Practitioner' }]);
  });

  it('finds a number behind a hyphen or a point, and shows it as it was written', async () => {
    const { organisation, context, find } = await scene();
    const text = 'Keeps to ISO-27001, release 7.9';
    await database.ownerPool.query('update skill_content set description = $3 where organisation_id = $1 and skill_id = $2', [organisation.id, organisation.skills.boats, text]);
    for (const typed of ['27001', 'iso-27001', 'ISO 27001', '7.9', 'release 7']) expect(await find(typed), typed).toEqual(['skill boats']);
    const [boats] = await searchFramework(context, '27001');
    expect(boats?.passages[0]?.pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(boats?.passages[0]?.pieces.filter((piece) => piece.found)).toEqual([{ text: '27001', found: true }]);
  });

  it('finds nothing for nothing, and nothing of another organisation', async () => {
    const { find } = await scene();
    const other = await makeOrganisation(database);
    for (const typed of ['', '  ', "' & | ! ( ) :* <->", '\0', 'the']) expect(await find(typed)).toEqual([]);
    expect(await find(other.canary)).toEqual([]);
    expect((await searchFramework(await other.as('head-of-service'), other.canary.slice(7))).length).toBeGreaterThan(0);
  });

  it('takes whatever is typed', async () => {
    const { find } = await scene();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (typed) => {
        expect(await find(typed)).toBeInstanceOf(Array);
      }),
      { numRuns: 60 },
    );
    expect(parseSearchWords('a:b & !c')).toBe('a & b & c:*');
  });
});
