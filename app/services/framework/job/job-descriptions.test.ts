import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readZipText } from '#tests/helpers/read-zip-text.ts';
import { createJobDescription } from './create-job-description.server.ts';
import { exportJobDescription } from './export-job-description.server.ts';
import { jobDescriptionInput } from './job-description-input.ts';
import { readJobDescription } from './read-job-description.server.ts';
import { readJobDescriptions } from './read-job-descriptions.server.ts';
import { readPost } from './read-post.server.ts';
import { removeJobDescription } from './remove-job-description.server.ts';
import { saveJobDescription } from './save-job-description.server.ts';

const database = useTestDatabase();

async function draft(gaps: { key: string; level: number | null }[] = []) {
  const organisation = await makeOrganisation(database);
  const head = await organisation.as('head-of-service');
  const { id } = await createJobDescription(head, { roleLevelId: organisation.roleLevels.seniorKeeper, gaps });
  return { organisation, head, id };
}

const areas = async (organisation: TestOrganisation, id: string) => {
  const { sections } = await readJobDescription(await organisation.as('head-of-service'), id);
  return sections.specification.map(({ area }) => area.replace(` ${organisation.canary}`, ''));
};

const edited = { title: 'Keeper <b>of</b> the light', advert: 'Come.', purpose: 'Light.\n\nSafety & order.', duties: ['trim lamps'], specification: [{ area: 'Lamps', essential: ['trim'], desirable: [] }], howToApply: 'Write.' };

describe('a job description', () => {
  it('is drafted from what the role level is expected to hold, and kept', async () => {
    const { organisation, head, id } = await draft();
    expect(await areas(organisation, id)).toEqual(['Chart reading', 'Lamp keeping', 'Signalling']);
    expect(await readJobDescriptions(head)).toMatchObject([{ id, versionLabel: 'First', roleLevelName: expect.stringContaining('Senior keeper') }, { id: organisation.jobDescriptionId }]);
  });

  it('has the skills of a gap first, also those that the role level is not expected to hold', async () => {
    const { organisation, id } = await draft([{ key: 'signals', level: 4 }, { key: 'knots', level: 2 }, { key: 'unknown', level: 1 }]);
    expect(await areas(organisation, id)).toEqual(['Knot tying', 'Signalling', 'Chart reading', 'Lamp keeping']);
    const { facts } = await readPost(await organisation.as('head-of-service'), {
      roleLevelId: organisation.roleLevels.seniorKeeper,
      gaps: [{ key: 'signals', level: 1 }, { key: 'lamps', level: 9 }, { key: 'knots', level: null }],
    });
    // Never below what is expected, never beyond the scale; without a level the expected one, or the first.
    expect(Object.fromEntries(facts.skills.map(({ key, expectedLevel }) => [key, expectedLevel]))).toEqual({ signals: 2, lamps: 4, knots: 1, charts: 4 });
    expect(facts.skills.find(({ key }) => key === 'lamps')?.next).toBeNull();
  });

  it('is kept as it was edited, by revision', async () => {
    const { head, id } = await draft();
    expect(await saveJobDescription(head, id, { ...edited, revision: 0 })).toEqual({ ok: true, value: { id } });
    const { sections, title, revision } = await readJobDescription(head, id);
    expect({ title, ...sections, revision }).toEqual({ ...edited, revision: 1 });
    expect(await saveJobDescription(head, id, { ...edited, title: 'Other', revision: 0 })).toMatchObject({ ok: false, problem: { field: null } });
    expect((await readJobDescription(head, id)).title).toBe(edited.title);
  });

  it('is a document with the same words, in order, with nothing that XML cannot hold', async () => {
    const { head, id } = await draft();
    await saveJobDescription(head, id, { ...edited, advert: 'Line one\nline \u0001two', revision: 0 });
    const files = await readZipText(await exportJobDescription(head, id));
    const words = [...(files.get('word/document.xml') ?? '').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, word]) => word);
    expect(words).toEqual([
      'Keeper &lt;b&gt;of&lt;/b&gt; the light', 'About the post', 'Line one', 'line two', 'Purpose', 'Light.', 'Safety &amp; order.', 'Main duties', 'trim lamps',
      'Person specification', 'Lamps', 'Essential', 'trim', 'How to apply', 'Write.', expect.stringMatching(/^Drafted from the framework/),
    ]);
  });

  it('can be removed, and what was done stands in the audit', async () => {
    const { head, id } = await draft();
    await saveJobDescription(head, id, { ...edited, revision: 0 });
    await removeJobDescription(head, id);
    await expect(readJobDescription(head, id)).rejects.toMatchObject({ status: 404 });
    const actions = await head.db.transaction((tx) => tx.select({ action: auditEvent.action, subjectId: auditEvent.subjectId }).from(auditEvent));
    expect(actions).toEqual(['create', 'change', 'remove'].map((deed) => ({ action: `job-description.${deed}`, subjectId: id })));
  });

  it('is for those who may write them, and of their organisation alone', async () => {
    const { organisation, id } = await draft();
    const start = { roleLevelId: organisation.roleLevels.crew, gaps: [] };
    for (const role of ['team-member', 'analyst', 'moderator'] as const) {
      const context = await organisation.as(role);
      for (const deed of [() => createJobDescription(context, start), () => readJobDescription(context, id), () => readJobDescriptions(context), () => saveJobDescription(context, id, { ...edited, revision: 0 }), () => removeJobDescription(context, id), () => exportJobDescription(context, id)]) {
        await expect(deed()).rejects.toMatchObject({ status: 403 });
      }
    }
    const other = await (await makeOrganisation(database)).as('head-of-service');
    for (const deed of [() => createJobDescription(other, start), () => readJobDescription(other, id), () => saveJobDescription(other, id, { ...edited, revision: 0 }), () => removeJobDescription(other, id), () => exportJobDescription(other, id), () => readJobDescription(other, randomUUID())]) {
      await expect(deed()).rejects.toMatchObject({ status: 404 });
    }
    expect(await readJobDescriptions(other)).toHaveLength(1);
    expect((await readJobDescription(await organisation.as('team-manager'), id)).revision).toBe(0);
  });
});

describe('what a job description may say', () => {
  const input = { ...edited, revision: '3' };
  it('is bounded and named where it is wrong', () => {
    expect(jobDescriptionInput.parse(input)).toEqual({ ...edited, revision: 3 });
    const wrong: [Record<string, unknown>, string][] = [
      [{ title: ' ' }, 'Enter a title'],
      [{ title: 'a'.repeat(201) }, 'Enter a title of 200 characters at most'],
      [{ advert: 'a'.repeat(6001) }, 'The advert may have 6000 characters at most: shorten it'],
      [{ purpose: 'a\0b' }, 'Remove the character that cannot be seen or kept'],
      [{ duties: Array(61).fill('a') }, 'Duties may have 60 lines at most: put some together'],
      [{ specification: [{ area: '', essential: ['a'], desirable: [] }] }, 'Name the area of these criteria, or take its criteria out'],
    ];
    for (const [change, message] of wrong) expect(jobDescriptionInput.safeParse({ ...input, ...change }).error?.issues[0]?.message).toBe(message);
  });
});
