import { expect, test } from './fixtures.ts';

const service = 'Digital service operations';

test('a team is added, gets people, and is renamed', async ({ page, ownDemo: demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Add a team' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Monitoring');
  await page.getByLabel('Under which team or service').selectOption({ label: service });
  await page.getByRole('button', { name: 'Add team' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People of Monitoring');
  await expect(page.getByText('Nobody is recorded here yet')).toBeVisible();

  await page.getByRole('link', { name: 'Add a person' }).click();
  await expect(page.getByLabel('Team', { exact: true }), 'the team one comes from is chosen').toHaveValue(/./);
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the name');
  await page.getByLabel('Full name').fill('Wilhelmina Oduya-Featherstonehaugh');
  await page.getByLabel('Role level').selectOption({ label: 'Incident manager (EO, HEO)' });
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wilhelmina Oduya-Featherstonehaugh');

  await page.getByRole('link', { name: 'Monitoring' }).click();
  await page.getByRole('link', { name: 'Rename or move this team' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Service desk');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('There is already a team of this name in the same place');
  await page.getByLabel('Name', { exact: true }).fill('Event monitoring');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People of Event monitoring');
  await expect(page.getByRole('link', { name: 'Wilhelmina Oduya-Featherstonehaugh' })).toBeVisible();
});

test('of two people who edit the same record the second is told, and loses nothing typed', async ({ page, context, ownDemo: demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  const address = `/people/${demo.person('Tariq Saleem')}/edit`;
  await page.goto(address);
  const other = await context.newPage();
  await other.goto(address);
  await other.getByLabel('Full name').fill('Tariq Saleem Khan');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Tariq Saleem Khan');

  await page.getByLabel('Full name').fill('Tariq A. Saleem');
  await page.getByLabel('Civil service grade (optional)').fill('SEO');
  const refused = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await refused).status()).toBe(409);
  await expect(page.getByRole('alert')).toContainText('Somebody else changed this person while you were writing');
  await expect(page.getByLabel('Full name')).toHaveValue('Tariq A. Saleem');
  await expect(page.getByLabel('Civil service grade (optional)')).toHaveValue('SEO');
  // The record is read again; sending once more, with the other's change in view, is a decision.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change Tariq Saleem Khan');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tariq A. Saleem');
});

test('a move takes the expectations of the new role level and keeps what was recorded', async ({ page, ownDemo: demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  const person = demo.person('Lorna Petrie');
  const entries = async () => {
    await page.goto(`/people/${person}/history`);
    return page.getByRole('row').allInnerTexts();
  };
  const before = await entries();
  expect(before.length).toBeGreaterThan(10);
  await page.goto(`/people/${person}`);
  await page.getByRole('link', { name: 'Move to another team or role level' }).click();
  await page.getByLabel('Team', { exact: true }).selectOption({ label: 'End user computing' });
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lorna Petrie');
  await expect(page.getByText('End user computing', { exact: true }).first()).toBeVisible();
  expect(await entries()).toEqual(before);

  await page.goto(`/people/${person}/move`);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Choose another team or another role level');
});

test('a stale assessment is refused with everything typed still there, and a note alone is not lost', async ({ page, context, ownDemo: demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  const address = `/people/${demo.person('Sunita Deshmukh')}/assess`;
  const skill = 'User focus';
  await page.goto(address);
  await page.getByLabel(`Note (optional) on ${skill}`).fill('Ran the summer survey.');
  await page.getByRole('button', { name: 'Save answers' }).click();
  await expect(page.getByRole('alert')).toContainText('a note alone is not kept');
  await expect(page.getByLabel(`Note (optional) on ${skill}`)).toHaveValue('Ran the summer survey.');

  const other = await context.newPage();
  await other.goto(address);
  await other.getByLabel(`Agreed level in ${skill}`).selectOption('not-observed');
  await other.getByRole('button', { name: 'Save answers' }).click();
  await expect(other.getByText('One answer is saved.')).toBeVisible();
  await expect(other.locator(`#skill-${demo.skill(skill)}`)).toContainText('Not observed');

  await page.getByLabel(`Manager level in ${skill}`).selectOption('3');
  await page.getByLabel('Agreed level in Service focus').selectOption('2');
  const refused = page.waitForResponse((answer) => answer.request().method() === 'POST');
  const revision = page.locator(`[name="revision.${demo.skill(skill)}"]`);
  const before = await revision.inputValue();
  await page.getByRole('button', { name: 'Save answers' }).click();
  expect((await refused).status()).toBe(409);
  // The page comes back with what the other recorded; only an answer to that can be saved.
  await expect(revision).not.toHaveValue(before);
  await expect(page.locator(`#skill-${demo.skill(skill)}`)).toContainText('Recorded meanwhile by somebody else');
  await expect(page.getByLabel(`Note (optional) on ${skill}`)).toHaveValue('Ran the summer survey.');
  await expect(page.getByLabel(`Manager level in ${skill}`)).toHaveValue('3');
  await expect(page.getByLabel('Agreed level in Service focus')).toHaveValue('2');
  await page.getByRole('button', { name: 'Save answers' }).click();
  await expect(page.getByText('2 answers are saved.')).toBeVisible();
});

test('a coverage rule is added, flagged and removed', async ({ page, ownDemo: demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  const team = demo.team('Change and release');
  await page.goto(`/teams/${team}/coverage`);
  await page.getByLabel('Skill', { exact: true }).selectOption({ label: 'Prototyping' });
  await page.getByLabel('At this level or above').selectOption({ index: 2 });
  await page.getByLabel('How many people').fill('none');
  await page.getByLabel('Why the service needs this (optional)').fill('Releases are attacked first.');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Why the service needs this (optional)')).toHaveValue('Releases are attacked first.');
  await page.getByLabel('How many people').fill('2');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await expect(page.getByRole('row', { name: /^Prototyping/ })).toContainText('Nobody');

  await page.getByRole('link', { name: 'Flags' }).click();
  await expect(page.locator('[data-flag="no-cover"]', { hasText: 'Prototyping' })).toBeVisible();
  await expect(page.locator('[data-flag="blind-spot"]', { hasText: 'Prototyping' })).toBeVisible();

  await page.getByRole('link', { name: 'Coverage', exact: true }).click();
  await page.getByText('Remove the rule for Prototyping').click();
  await page.getByRole('row', { name: /^Prototyping/ }).getByRole('button', { name: 'Remove rule' }).click();
  await expect(page.getByRole('row', { name: /^Prototyping/ })).toHaveCount(0);
});

test('a wrong password is refused without saying what is wrong, and signing out ends the session', async ({ page, demo }) => {
  const { email, password } = demo.accounts.serviceDeskManager;
  const address = `/teams/${demo.team('Service desk')}/people`;
  await page.goto(address);
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('wrong horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('The e-mail address or the password is wrong');
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(address);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You have signed out.')).toBeVisible();
  await page.goto(address);
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
});
