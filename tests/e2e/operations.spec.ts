import AxeBuilder from '@axe-core/playwright';
import { deleteDataFolder } from '#db/embedded/delete-data-folder.ts';
import { demoAccounts } from '#db/seed/demo/demo-accounts.ts';
import { expect, test } from './fixtures.ts';
import { newDataFolder, originOf, postgresOf, runProduct } from './own-product.ts';
import { signIn } from './sign-in.ts';

// Each starts products of its own, several times over.
test.setTimeout(180_000);

test('what was saved outlives kill -9, and one data folder and one port serve one product', async ({ request }) => {
  const folder = newDataFolder();
  const note = 'Led the exercise on the day before the power cut.';
  const started = [runProduct('scripts/demo.ts', folder)];
  try {
    const first = started[0]!;
    const origin = await originOf(first);
    expect(await first.line('caroline.hartnoll@')).toContain('caroline-hartnoll-demo');

    const command = await runProduct('scripts/api-key.ts', folder, { args: ['--organisation', 'demo', '--access', 'read', '--name', 'Journey'] }).ended;
    expect(command.code, command.errors).toBe(0);
    const authorization = `Bearer ${command.output.trimEnd().split('\n').at(-1)}`;
    const { teams } = (await (await request.get(`${origin}/api/v1/teams`, { headers: { authorization } })).json()) as { teams: { id: string; name: string }[] };
    const service = teams.find(({ name }) => name === 'Digital service operations')!;
    const matrix = async (at: string) => {
      const answer = await request.get(`${at}/api/v1/teams/${service.id}/matrix`, { headers: { authorization } });
      const { people } = (await answer.json()) as { people: { id: string; name: string; cells: { skill: string; skillId: string; agreedLevel: number | null }[] }[] };
      const person = people.find(({ name }) => name === 'Dafydd Pryce')!;
      return { personId: person.id, ...person.cells.find(({ skill }) => skill === 'Continuity management')! };
    };

    const { personId, skillId, agreedLevel } = await matrix(origin);
    expect(agreedLevel).toBeNull();
    await signIn(request, origin, demoAccounts.find(({ key }) => key === 'headOfService')!);
    const page = await (await request.get(`${origin}/people/${personId}/assess`)).text();
    const revision = new RegExp(`name="revision.${skillId}" value="(\\d+)"`).exec(page)![1]!;
    const saved = await request.post(`${origin}/people/${personId}/assess`, {
      form: { [`revision.${skillId}`]: revision, [`level.agreed.${skillId}`]: '2', [`note.${skillId}`]: note },
      headers: { origin },
      maxRedirects: 0,
    });
    expect(saved.status()).toBe(302);
    const server = postgresOf(folder)!;
    first.signal('SIGKILL');
    process.kill(server.pid, 'SIGKILL');
    await first.ended;

    const again = runProduct('scripts/demo.ts', folder);
    started.push(again);
    const second = await originOf(again);
    expect(await matrix(second)).toMatchObject({ agreedLevel: 2 });
    // The session is as good as before: it lies in the same database.
    expect(await (await request.get(`${second}/people/${personId}/history`)).text()).toContain(note);

    const sameFolder = await runProduct('scripts/demo.ts', folder).ended;
    expect(sameFolder.code).toBe(1);
    expect(sameFolder.errors).toMatch(/^The data folder \S+ is in use by a running instance \(process \d+\): [^\n]+\n$/);
    const elsewhere = newDataFolder();
    const samePort = await runProduct('scripts/demo.ts', elsewhere, { port: Number(new URL(second).port) }).ended;
    expect(samePort.code).toBe(1);
    expect(samePort.errors).toMatch(/^Port \d+ is taken by another program: set PORT to another\.\n$/);
    await deleteDataFolder(elsewhere);

    again.signal('SIGINT');
    expect((await again.ended).code).toBe(0);
    expect(postgresOf(folder)).toBeUndefined();
  } finally {
    for (const product of started) product.signal('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await deleteDataFolder(folder);
  }
});

test('an empty product leads to its first organisation, once, by the token that it prints', async ({ page }) => {
  const folder = newDataFolder();
  const product = runProduct('server.ts', folder);
  try {
    const origin = await originOf(product);
    const address = /http:\/\/\S+/.exec(await product.line('Make the first organisation here: '))![0];
    await page.goto(origin);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Make the first organisation');
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
    const fill = async (token: string) => {
      await page.getByLabel('One-time token').fill(token);
      await page.getByLabel('Name of the organisation').fill('Office of Example Affairs');
      await page.getByLabel('Your name').fill('Ada Example');
      await page.getByLabel('Your e-mail address').fill('ada@example.org');
      await page.getByLabel('Choose a password').fill('three plain words');
      await page.getByLabel('I lead this service as well').check();
      await page.getByRole('button', { name: 'Make the organisation' }).click();
    };
    await fill('guessed');
    await expect(page.getByRole('alert')).toContainText('Enter the one-time token that the server printed');
    await fill(new URL(address).searchParams.get('token')!);
    await expect(page.getByText('The organisation is there.')).toBeVisible();
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.getByLabel('Password').fill('three plain words');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Office of Example Affairs');
    await expect(page.getByText('Nothing is recorded yet')).toBeVisible();
    await page.getByRole('link', { name: 'Framework', exact: true }).first().click();
    await expect(page.getByText('Incident manager', { exact: true }).first()).toBeVisible();
    await page.goto(address);
    await expect(page, 'it works once').not.toHaveURL(/first-run/);
    product.signal('SIGINT');
    expect((await product.ended).code).toBe(0);
  } finally {
    product.signal('SIGKILL');
    await product.ended;
    await deleteDataFolder(folder);
  }
});
