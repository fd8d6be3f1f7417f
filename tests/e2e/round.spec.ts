import type { Page } from '@playwright/test';
import { hashPassword } from '#app/platform/session/password.server.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import type { JourneyDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

// Six people, one after the other.
test.setTimeout(120_000);

const members = ['ben', 'eve', 'fay', 'gus'] as const;
type Member = (typeof members)[number];

/** A team of five: Ada manages it, and stands in it. */
async function makeTeam(database: JourneyDatabase): Promise<TestOrganisation & { addressOf: (name: Member | 'ada' | 'head') => string }> {
  const junior = { team: 'lights', roleLevel: 'juniorKeeper' } as const;
  const organisation = await makeOrganisation(database, { people: { eve: junior, fay: junior, gus: junior } });
  const { canary, users, people } = organisation;
  const passwordHash = await hashPassword(testPassword);
  await database.ownerPool.query('update app_user set password_hash = $1 where id = any($2)', [passwordHash, [users.head, users.manager]]);
  for (const name of members) await addUser(database, organisation.id, { email: `${name}@${canary}.example`, name: `${name} ${canary}`, personId: people[name] });
  const addresses = { ada: 'manager', head: 'head' } as Record<string, string>;
  return { ...organisation, addressOf: (name) => `${addresses[name] ?? name}@${canary}.example` };
}

/** Answers skills as one voice on the page of a person, and hands in. */
async function answer(page: Page, personId: string, voice: 'self' | 'manager', levels: Record<string, number>, note?: string): Promise<void> {
  await page.goto(`/people/${personId}/assess`);
  for (const [skillId, level] of Object.entries(levels)) await page.locator(`[name="level.${voice}.${skillId}"]`).selectOption(String(level));
  if (note !== undefined) await page.locator('textarea[name^="note."]').first().fill(note);
  await page.getByRole('button', { name: 'Save and hand in' }).click();
  // The manager is the second of the two.
  await expect(page.getByText(voice === 'self' ? /Your answers are handed in/ : 'Both sides are in, and both see what the other said.').first()).toBeVisible();
}

async function agree(page: Page, personId: string, levels: Record<string, number>): Promise<void> {
  await page.goto(`/people/${personId}/agree`);
  for (const [skillId, level] of Object.entries(levels)) await page.locator(`[name="level.agreed.${skillId}"]`).selectOption(String(level));
  await page.getByRole('button', { name: 'Save what is agreed' }).click();
  await expect(page.getByText('What you agreed is recorded, under your name.')).toBeVisible();
}

test('a team of five goes through a round, from its opening over both sides, agreeing and a dispute, to its close', async ({ database, newBrowser, baseURL }) => {
  const team = await makeTeam(database);
  const { people, skills, teams } = team;
  const pageOf = async (name: Member | 'ada' | 'head'): Promise<Page> => {
    const browser = await newBrowser();
    await signIn(browser.request, baseURL!, { email: team.addressOf(name), password: testPassword });
    return browser.newPage();
  };
  const [head, ada] = [await pageOf('head'), await pageOf('ada')];
  const junior = { [skills.lamps]: 1, [skills.signals]: 2 };
  const senior = { [skills.lamps]: 3, [skills.signals]: 2, [skills.charts]: 3 };
  let address = '';

  await test.step('the head plans a round of the team and opens it', async () => {
    await head.goto('/cycles');
    await head.getByRole('link', { name: 'Plan a round' }).click();
    await head.getByLabel('Name').fill('Round of the lights');
    await head.getByLabel('Who takes part').selectOption(teams.lights);
    await head.getByRole('button', { name: 'Plan the round' }).click();
    await expect(head.getByText('The round is planned.')).toBeVisible();
    await head.getByRole('link', { name: 'Open the round' }).click();
    await expect(head.getByText('5 people take part.')).toBeVisible();
    await head.getByRole('button', { name: 'Open the round' }).click();
    await expect(head.getByText('The round is open.', { exact: false })).toBeVisible();
    address = new URL(head.url()).pathname;
  });

  await test.step('each of the five says their own levels, and the first page asks them', async () => {
    for (const name of members) {
      const page = await pageOf(name);
      await page.goto('/');
      await expect(page.getByText('You are asked for your own levels')).toBeVisible();
      await answer(page, people[name]!, 'self', name === 'ben' ? { ...junior, [skills.lamps]: 2 } : junior, name === 'ben' ? 'I kept the great lamp all winter.' : undefined);
      await page.context().close();
    }
    await answer(ada, people.ada, 'self', senior);
  });

  await test.step('the manager answers for four without seeing what they said, the head for the manager', async () => {
    await ada.goto(`/people/${people.ben}/assess`);
    await expect(ada.getByText('Not handed in yet.')).toBeVisible();
    await expect(ada.getByText('I kept the great lamp all winter.')).toHaveCount(0);
    await ada.goto(address);
    await expect(ada.getByText('You: 4 to assess')).toBeVisible();
    for (const name of members) await answer(ada, people[name]!, 'manager', junior);
    await answer(head, people.ada, 'manager', senior);
  });

  await test.step('both are shown, and each level is agreed', async () => {
    await ada.goto(`/people/${people.ben}/agree`);
    await expect(ada.getByText('I kept the great lamp all winter.').first()).toBeVisible();
    for (const name of members) await agree(ada, people[name]!, junior);
    await agree(head, people.ada, senior);
    await head.goto(address);
    await expect(head.getByText('All 5 people are done.')).toBeVisible();
  });

  await test.step('one disputes a level, and a moderator decides', async () => {
    const ben = await pageOf('ben');
    await ben.goto(`/people/${people.ben}/agree`);
    const section = ben.locator(`#skill-${skills.lamps}`);
    await section.getByText('I do not agree').click();
    await section.getByLabel('Why you do not agree').fill('The winter was mine.');
    await section.getByRole('button', { name: 'Dispute this level' }).click();
    await expect(ben.getByText('Your dispute is with the moderators.', { exact: false })).toBeVisible();
    await head.goto(address);
    await expect(head.getByText('4 of 5 people are done.', { exact: false })).toBeVisible();
    await head.goto(`${address}/moderation`);
    await head.getByRole('link', { name: /Lamp keeping/ }).first().click();
    await expect(head.getByText('The winter was mine.')).toBeVisible();
    await head.getByLabel('changes to the level chosen below').check();
    await head.getByLabel('New level').selectOption('2');
    await head.getByLabel('Why').fill('The log of the lamp shows it.');
    await head.getByRole('button', { name: 'Decide the dispute' }).click();
    await expect(head.getByText('The decision is recorded.', { exact: false })).toBeVisible();
    await ben.goto(`/people/${people.ben}/agree`);
    await expect(section.getByText('a moderator changed the level', { exact: false })).toBeVisible();
  });

  await test.step('the round is closed with nothing missing, and the history holds all three voices of everybody', async () => {
    await head.goto(`${address}/close`);
    await expect(head.getByText('Nothing is missing.')).toBeVisible();
    await head.getByRole('button', { name: 'Close the round' }).click();
    await expect(head.getByText('The round is closed.', { exact: false })).toBeVisible();
    await expect(head.getByText('All 5 people are done.')).toBeVisible();
    const { rows } = await database.ownerPool.query<{ source: number; count: number }>(
      `select source, count(*)::int as count from assessment where organisation_id = $1 and cycle_id = $2 group by 1 order by 1`,
      [team.id, address.split('/').at(-1)],
    );
    // Four with two skills and one with three; and the level that the moderator changed.
    expect(rows).toEqual([{ source: 1, count: 11 }, { source: 2, count: 11 }, { source: 3, count: 12 }]);
    const { rows: left } = await database.ownerPool.query('select 1 from answer where organisation_id = $1', [team.id]);
    expect(left).toEqual([]);
  });
});
