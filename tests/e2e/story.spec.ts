import type { APIRequestContext, Page } from '@playwright/test';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { serviceName } from '#db/seed/demo/demo-teams.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { type Demo, makeDemo } from './demo.ts';
import { expect, test } from './fixtures.ts';
import type { JourneyDatabase } from './database.ts';

const skill = 'Continuity management';
/** Holds the skill at the level that the rule asks for; nobody else does. */
const onlyHolder = 'Graham Whitlock';
/** A problem manager: expected to hold the skill, and not agreed yet. */
const successor = 'Dafydd Pryce';
/** An engineer of another team, of whom the skill is not expected. */
const unexpected = 'Gemma Sturgess';

interface ApiMatrix {
  people: { name: string; teamId: string; cells: { skill: string; expectedLevel: number | null; managerLevel: number | null; agreedLevel: number | null; state: string }[] }[];
}
interface ApiFlags {
  flags: { kind: string; skill: string | null; required: number; actual: number; people: { name: string }[] }[];
}

/** Asks the API with a key of the organisation. */
async function apiOf(request: APIRequestContext, database: JourneyDatabase, demo: Demo) {
  const administrator = await contextAs(database, { accessRole: 'administrator', organisationId: demo.id, alsoLeads: true, now: new Date() });
  const { key } = await createApiKey(administrator, { name: 'Test', access: 'read' });
  return async <Answer>(path: string): Promise<Answer> => {
    const response = await request.get(path, { headers: { authorization: `Bearer ${key}` } });
    expect(response.status(), path).toBe(200);
    return (await response.json()) as Answer;
  };
}

const continuityFlag = (page: Page, kind: string) => page.locator(`[data-flag="${kind}"]`, { hasText: skill });

async function answer(page: Page, skillId: string, levels: { manager: string; agreed: string }): Promise<void> {
  const section = page.locator(`#skill-${skillId}`);
  await section.getByLabel(`Manager level in ${skill}`).selectOption({ label: levels.manager });
  await section.getByLabel(`Agreed level in ${skill}`).selectOption({ label: levels.agreed });
  await section.getByLabel(`Note (optional) on ${skill}`).fill('Led the autumn recovery exercise.');
  await page.getByRole('button', { name: 'Save answers' }).click();
  await expect(page.getByText('2 answers are saved.')).toBeVisible();
}

/** How many the printed report counts at the level of the rule, and what it says of it. */
async function reported(page: Page, demo: Demo): Promise<{ found: string; standing: string }> {
  await page.goto(`/teams/${demo.team(serviceName)}/report`);
  const cells = page.getByRole('row', { name: new RegExp(`^${skill}, working`) }).getByRole('cell');
  return { found: await cells.nth(2).innerText(), standing: await cells.nth(3).innerText() };
}

test('a head of service finds that a skill rests on one person, records a second, and every page and the API say so', async ({
  page,
  database,
  request,
}) => {
  const demo = await makeDemo();
  const service = demo.team(serviceName);
  const team = demo.team('Incident and problem');
  const { email, password } = demo.accounts.headOfService;

  await page.goto('/');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demo organisation');

  expect(await reported(page, demo)).toMatchObject({ found: '1', standing: expect.stringContaining(onlyHolder) as unknown });

  await page.goto('/');
  await page.getByRole('link', { name: serviceName, exact: true }).first().click();
  await expect(page).toHaveURL(`/teams/${service}/heatmap`);
  const teamCell = page.getByRole('link', { name: new RegExp(`^Incident and problem, ${skill}:`) }).first();
  await expect(teamCell).toHaveAccessibleName(/5 of 7 assessed meet the expected level/);

  await page.getByRole('link', { name: 'Flags' }).click();
  const flag = continuityFlag(page, 'single-point');
  await expect(flag).toContainText(`rests on one person in ${serviceName}: ${onlyHolder}`);
  await flag.getByRole('link', { name: `Go to ${onlyHolder}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(onlyHolder);
  await expect(page.getByRole('row', { name: new RegExp(`^${skill}`) })).toContainText('2 working');

  // From the person to the team they stand in, and there to who is nearest.
  await page.goto(`/teams/${team}/heatmap`);
  const cell = page.getByRole('link', { name: new RegExp(`^${successor}, ${skill}:`) }).first();
  await expect(cell).toHaveAccessibleName(/not assessed.*assessed by the manager only/);
  await cell.click();
  await page.locator('#open').getByRole('link', { name: 'Assess', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Assess ${successor}`);
  await answer(page, demo.skill(skill), { manager: '2 Working', agreed: '2 Working' });

  await page.goto(`/teams/${team}/heatmap`);
  await expect(cell).toHaveAccessibleName(/agreed working, level 2/);
  await page.goto(`/teams/${service}/heatmap`);
  await expect(teamCell).toHaveAccessibleName(/6 of 8 assessed meet the expected level/);
  await page.getByRole('link', { name: 'Flags' }).click();
  await expect(continuityFlag(page, 'cover-ends')).toContainText(onlyHolder);
  await expect(continuityFlag(page, 'single-point')).toHaveCount(0);

  const report = await reported(page, demo);
  expect(report).toMatchObject({ found: '2', standing: expect.stringMatching(/^Covered; ends /) as unknown });

  const get = await apiOf(request, database, demo);
  const { people } = await get<ApiMatrix>(`/api/v1/teams/${service}/matrix`);
  const cells = people.map(({ name, teamId, cells: all }) => ({ name, teamId, ...all.find((one) => one.skill === skill)! }));
  expect(cells.find(({ name }) => name === successor)).toMatchObject({ managerLevel: 2, agreedLevel: 2 });
  expect(String(cells.filter(({ agreedLevel }) => (agreedLevel ?? 0) >= 2).length), 'as many as the report says').toBe(report.found);
  const ofTeam = cells.filter(({ teamId, expectedLevel, agreedLevel }) => teamId === team && expectedLevel !== null && agreedLevel !== null);
  const met = ofTeam.filter(({ state }) => state === 'meets' || state === 'above').length;
  await page.goto(`/teams/${service}/heatmap`);
  await expect(teamCell, 'as many as the heatmap says').toHaveAccessibleName(new RegExp(`${met} of ${ofTeam.length} assessed meet`));
  const { flags } = await get<ApiFlags>(`/api/v1/teams/${service}/flags`);
  expect(flags.filter((one) => one.skill === skill && one.kind === 'single-point')).toEqual([]);
  expect(flags.filter((one) => one.skill === skill && one.kind === 'cover-ends')).toMatchObject([
    { required: 2, actual: 1, people: [{ name: onlyHolder }] },
  ]);
});

test('the same is recorded without JavaScript, for somebody of whom the skill is not expected', async ({ ownDemo: demo, newBrowser }) => {
  const page = await (await newBrowser({ javaScriptEnabled: false })).newPage();
  const { email, password } = demo.accounts.headOfService;
  await page.goto(`/people/${demo.person(unexpected)}/assess`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 }), 'back at the page that was asked for').toHaveText(`Assess ${unexpected}`);

  await expect(page.getByRole('heading', { name: skill })).toHaveCount(0);
  await page.getByLabel('Another skill').selectOption({ label: skill });
  await page.getByRole('button', { name: 'Show this skill' }).click();
  await answer(page, demo.skill(skill), { manager: '2 Working', agreed: '2 Working' });

  await page.goto(`/teams/${demo.team(serviceName)}/flags`);
  await expect(continuityFlag(page, 'single-point')).toHaveCount(0);
  expect(await reported(page, demo)).toMatchObject({ found: '2' });
  await page.goto(`/teams/${demo.team('End user computing')}/heatmap`);
  // Without scripts the row says who, and each of its links the skill.
  const row = page.getByRole('group', { name: unexpected, exact: true });
  await expect(row.getByRole('link', { name: new RegExp(`^${skill}:`) })).toHaveAccessibleName(/: 2\/·, .*not expected/);
});
