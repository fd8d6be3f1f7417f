import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

test('an objective is added from a cell of the heatmap, stands in its panel, and is ended by the person in their review', async ({ page, ownDemo: demo, signInAs }) => {
  const person = demo.person('Jodie Wetherby');
  const skill = demo.skill('Service focus');
  await signInAs(demo, 'headOfService');
  await page.goto(`/teams/${demo.team('Service desk')}/heatmap?metric=agreed&open=${person}.${skill}`);
  const panel = page.getByRole('region', { name: 'Opened in the picture' });
  await panel.getByRole('link', { name: 'Add an objective' }).click();
  await page.getByRole('button', { name: 'Add the objective' }).click();
  await expect(page.getByRole('alert')).toContainText('Write what is to be done');
  await page.getByLabel('What is to be done').fill('Sit with the change team for a day');
  await page.getByRole('radio', { name: '3 practitioner' }).check();
  await page.getByLabel('To be done by').fill(`${new Date().getUTCFullYear() + 1}-12-31`);
  await page.getByRole('button', { name: 'Add the objective' }).click();
  // Back at the picture as it was left, with the objective in the panel.
  await expect(page).toHaveURL(/heatmap\?metric=agreed&open=/);
  const listed = panel.getByRole('list', { name: 'Objectives in Service focus' });
  await expect(listed).toContainText('Reach 3 practitioner');
  await expect(listed).toContainText('Sit with the change team for a day');
  await expect(listed).toContainText('Added by Caroline Hartnoll');

  await signInAs(demo, 'teamMember');
  await page.goto(`/people/${person}/review`);
  const open = page.getByRole('list', { name: 'Open objectives' }).getByRole('listitem').filter({ hasText: 'Sit with the change team' });
  await open.getByRole('link', { name: /^Change or end/ }).click();
  await expect(page.getByRole('button', { name: 'Withdraw it' })).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('radio', { name: 'Met', exact: true }).check();
  await page.getByLabel('What came of it').fill('Saw two changes through');
  await page.getByRole('button', { name: 'End the objective' }).click();
  await expect(page.getByText('The objective has ended.')).toBeVisible();
  const ended = page.getByRole('list', { name: 'Objectives that have ended' });
  await expect(ended).toContainText('Saw two changes through');
  await expect(open).toHaveCount(0);
});
