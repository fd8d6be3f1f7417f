import { describe, expect, it } from 'vitest';
import { auditEvent, frameworkAdoption, frameworkVersion } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFiles, textFile } from '#tests/helpers/framework-files.ts';
import { changed, original, placeOf, publishFiles, signedInToReleases } from '#tests/helpers/release-pages.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';

const database = useTestDatabase();
useTestRuntime(database);
const signedIn = (accessRole?: 'administrator' | 'head-of-service' | 'team-manager', into?: string) => signedInToReleases(database, accessRole, into);

const adopted = (organisationId: string) => database.tenant(organisationId).transaction((tx) => tx.select().from(frameworkAdoption));
const allItems = ({ preview }: Awaited<ReturnType<Awaited<ReturnType<typeof signedIn>>['open']>>['release']) => [...(preview?.asking ?? []), ...(preview?.groups ?? []).flatMap(({ items }) => items)];

describe('the page of a release', () => {
  it('asks before a renamed skill is taken over, keeps what is decided, and publishes what it showed', async () => {
    const head = await signedIn();
    await publishFiles(head, original);
    const id = await head.hand(changed(['Night watch', 'Watch at night']));
    const { release } = await head.open(id);
    expect(release).toMatchObject({ state: 'open', step: null, done: null, adoptedLabel: 'Imported 2026-06-01' });
    expect(release.lead).toMatch(/^1 decision waits\./);
    const renamed = release.preview!.asking[0]!;
    expect(renamed).toMatchObject({ kind: 'renamed', title: 'Night watch is now called Watch at night', decided: null, confidence: expect.stringMatching(/, \d\.\d\d$/) as string });
    expect(renamed.evidence.length).toBeGreaterThan(0);
    expect(release.preview).toMatchObject({ waiting: 1, isBlocked: true, isStale: false });

    expect(placeOf(await head.send(id, { do: 'decide', revision: String(release.revision), [`choice:${renamed.key}`]: 'accept' }))).toBe(
      `/framework/releases/${id}?notice=decided#decisions`,
    );
    const { release: decided, notice } = await head.open(id, '?notice=decided');
    expect(notice).toBe('Your decisions are saved.');
    expect(decided.preview).toMatchObject({ waiting: 0, isBlocked: false, asking: [{ key: renamed.key, decided: 'accept' }] });

    const { release: asked } = await head.open(id, '?confirm=publish');
    expect(asked.preview).toBeNull();
    expect(asked.step?.sentences.join(' ')).toMatch(/in place of “Imported 2026-06-01”.*renamed 1.*It can be taken back until/);
    placeOf(await head.send(id, { do: 'publish', revision: String(decided.revision) }));
    const { release: published } = await head.open(id);
    expect(published).toMatchObject({ state: 'published', done: { takeBack: { isPossible: true }, groups: [{ kind: 'renamed', count: 1 }] } });
    expect(await adopted(head.organisationId)).toMatchObject([{ versionId: published.done?.version?.id }]);
  });

  it('takes a release back after asking, and says so', async () => {
    const head = await signedIn();
    await publishFiles(head, original);
    const before = await adopted(head.organisationId);
    const id = await publishFiles(head, changed(['stay awake and report', 'stay awake and tell of']));
    expect(await adopted(head.organisationId)).not.toEqual(before);
    expect((await head.open(id)).release.done).toMatchObject({ hasWording: true, groups: [{ items: [{ title: 'Night watch, awareness' }] }] });
    const { release } = await head.open(id, '?confirm=withdraw');
    expect(release.step).toMatchObject({ act: 'withdraw', isWarning: true });
    expect(release.step?.sentences[0]).toBe('“Imported 2026-06-01” is put to use again, with its names and expected levels.');
    expect(placeOf(await head.send(id, { do: 'withdraw', revision: String(release.revision) }))).toBe(`/framework/releases/${id}?notice=withdrawn`);
    expect((await adopted(head.organisationId))[0]?.versionId).toBe(before[0]?.versionId);
    expect((await head.open(id)).release).toMatchObject({ state: 'withdrawn', lead: 'It was published and taken back. The version before is in use again.', done: { version: null, takeBack: null } });
  });

  it('accepts the likely proposals together, and leaves what was chosen otherwise as it was chosen', async () => {
    const head = await signedIn();
    await publishFiles(head, original);
    const id = await head.hand(changed(['Night watch', 'Watch at night'], ['Calm under pressure', 'Calmness under pressure']));
    const { release } = await head.open(id);
    expect(release.preview).toMatchObject({ waiting: 2, sure: 2 });
    const calm = release.preview!.asking.find(({ title }) => title.startsWith('Calm'))!;
    placeOf(await head.send(id, { do: 'accept', revision: String(release.revision), [`choice:${calm.key}`]: 'separate' }));
    const { release: after } = await head.open(id);
    const decided = Object.fromEntries(after.preview!.asking.map(({ title, decided: choice }) => [title, choice]));
    expect(decided).toEqual({
      'Calm under pressure is now called Calmness under pressure': 'separate',
      'Night watch is now called Watch at night': 'accept',
      // What is no longer the same skill is gone, and that is to be decided.
      'Skill: Calm under pressure': null,
    });
  });

  it('keeps no decision about what was left as it is proposed and need not be decided', async () => {
    const head = await signedIn();
    await publishFiles(head, original);
    const id = await head.hand(changed(['stay awake and report', 'stay awake and tell of']));
    const { release } = await head.open(id);
    const optional = allItems(release).filter(({ asks, options }) => !asks && options.length > 0);
    expect(optional.length).toBeGreaterThan(0);
    const choices = Object.fromEntries(optional.map(({ key, proposal }) => [`choice:${key}`, proposal!]));
    placeOf(await head.send(id, { do: 'decide', revision: String(release.revision), ...choices }));
    expect(allItems((await head.open(id)).release).every(({ decided }) => decided === null)).toBe(true);
    const other = optional[0]!.options.find(({ value }) => value !== optional[0]!.proposal)!.value;
    placeOf(await head.send(id, { do: 'decide', revision: String(release.revision), ...choices, [`choice:${optional[0]!.key}`]: other }));
    expect(allItems((await head.open(id)).release).find(({ key }) => key === optional[0]!.key)?.decided).toBe(other);
  });

  it('refuses decisions over what somebody else has decided meanwhile, and answers that no page of ours sends', async () => {
    const head = await signedIn();
    await publishFiles(head, original);
    const id = await head.hand(changed(['Night watch', 'Watch at night']));
    const { release } = await head.open(id);
    const { key } = release.preview!.asking[0]!;
    const revision = String(release.revision);
    placeOf(await head.send(id, { do: 'decide', revision, [`choice:${key}`]: 'accept' }));
    for (const form of [
      { do: 'decide', revision, [`choice:${key}`]: 'separate' },
      { do: 'decide', revision: String(release.revision + 1), 'choice:no such change': 'accept' },
      { do: 'decide', revision: String(release.revision + 1), [`choice:${key}`]: 'carry-all' },
      { do: 'publish', revision },
    ]) {
      const refused = await head.send(id, form as Record<string, string>);
      expect(refused, JSON.stringify(form)).toMatchObject({ init: { status: 409 } });
    }
    expect((await thrownResponse(head.send(id, { do: 'paint', revision }))).status).toBe(400);
    expect((await head.open(id)).release.preview?.asking).toMatchObject([{ decided: 'accept' }]);
  });

  it('says that it is to be compared again after another version was adopted, and does so', async () => {
    const head = await signedIn();
    await publishFiles(head, original);
    const late = await head.hand(changed(['Night watch', 'Watch at night']));
    await publishFiles(head, changed(['stay awake and report', 'stay awake and tell of']));
    const { release } = await head.open(late);
    expect(release.lead).toMatch(/has changed since/);
    expect(release.preview).toMatchObject({ isStale: true, total: null, isBlocked: true, next: expect.stringMatching(/compared again/) as string });
    expect((await head.open(late, '?confirm=publish')).release.step).toBeNull();
    expect(placeOf(await head.send(late, { do: 'compare', revision: String(release.revision) }))).toBe(`/framework/releases/${late}?notice=compared`);
    expect((await head.open(late)).release.preview).toMatchObject({ isStale: false });
  });

  it('says what is wrong with documents that were refused, and lets them be discarded', async () => {
    const head = await signedIn();
    const id = await head.hand([textFile('skills.csv', 'Skill Name,Awareness\na,b')]);
    const { release } = await head.open(id);
    expect(release).toMatchObject({ state: 'refused', preview: null, problems: { more: 0 } });
    expect(release.problems.shown.join(' ')).toMatch(/skills\.csv.*no column "Working"/);
    expect((await head.open(id, '?confirm=discard')).release.step).toMatchObject({ act: 'discard' });
    expect(placeOf(await head.send(id, { do: 'discard', revision: '0' }))).toBe('/framework/releases?notice=discarded');
    expect((await head.open(id)).release).toMatchObject({ state: 'discarded', done: { groups: [] } });
  });

  it('says that nothing is to be changed where the documents say what is in use', async () => {
    const head = await signedIn();
    await publishFiles(head, original);
    const { release } = await head.open(await head.hand(original));
    expect(release.lead).toBe('It changes nothing: the version in use says all of this already.');
    expect(release.preview).toMatchObject({ isBlocked: true, asking: [], groups: [] });
  });

  it('says of a framework that is new here how much it holds, and lets it be published', async () => {
    const head = await signedIn();
    const id = await head.hand(original);
    const { release } = await head.open(id);
    expect(release.lead).toMatch(/ is new here: \d+ roles? with \d+ role levels?, and \d+ skills?\. No decision waits\.$/);
    expect(release.preview).toMatchObject({ isBlocked: false, next: expect.stringMatching(/^Before anything is put to use/) as string });
    const { release: asked } = await head.open(id, '?confirm=publish');
    expect(asked.step).toMatchObject({ act: 'publish', sentences: expect.arrayContaining([expect.stringMatching(/is put to use, as/)]) as string[] });
    placeOf(await head.send(id, { do: 'publish', revision: String(release.revision) }));
    expect((await head.open(id)).release.lead).toMatch(/^Published on .*\. It is the first version of .* here\.$/);
  });

  it('leads to the release of each other framework that the same documents hold, but to none that was discarded', async () => {
    const head = await signedIn();
    const id = await head.hand([...original, ...frameworkFiles('lighthouse-manager.md')]);
    const { together } = (await head.open(id)).release;
    expect(together).toEqual([{ to: expect.stringMatching(/^\/framework\/releases\/[0-9a-f-]{36}$/) as string, name: expect.stringMatching(/: Imported 2026-06-01$/) as string }]);
    const other = together[0]!.to.split('/').at(-1)!;
    expect((await head.open(other)).release.together.map(({ to }) => to)).toEqual([`/framework/releases/${id}`]);
    await head.send(other, { do: 'discard', revision: '0' });
    expect((await head.open(id)).release.together).toEqual([]);
  });

  it('is closed to who may not import, and unknown in another organisation', async () => {
    const head = await signedIn();
    const id = await head.hand(original);
    const manager = await signedIn('team-manager', head.organisationId);
    const stranger = await signedIn('administrator');
    for (const form of [{ do: 'decide' }, { do: 'accept' }, { do: 'compare' }, { do: 'publish' }, { do: 'discard' }, { do: 'withdraw' }]) {
      const sent = { ...form, revision: '0' };
      expect((await thrownResponse(manager.send(id, sent))).status, form.do).toBe(403);
      expect((await thrownResponse(stranger.send(id, sent))).status, form.do).toBe(404);
    }
    expect((await thrownResponse(manager.open(id))).status).toBe(403);
    expect((await thrownResponse(manager.list())).status).toBe(403);
    await expectSame404({ other: id, own: await stranger.hand(original) }, stranger.open);
    expect((await head.open(id)).release.state).toBe('open');
    const events = await database.tenant(head.organisationId).transaction((tx) => tx.select().from(auditEvent));
    expect(events.some(({ action: done }) => done === 'framework.release.publish')).toBe(false);
  });
});

describe('the list of releases', () => {
  it('is empty at first, then has what waits first and the rest by framework, without what was discarded', async () => {
    const head = await signedIn();
    expect(await head.list()).toEqual({ notice: null, ongoing: [], frameworks: [] });
    await publishFiles(head, original);
    const open = await head.hand(changed(['Night watch', 'Watch at night']));
    const refused = await head.hand([textFile('skills.csv', 'Skill Name,Awareness\na,b')]);
    const discarded = await head.hand(original);
    await head.send(discarded, { do: 'discard', revision: '0' });
    const { ongoing, frameworks } = await head.list();
    expect(ongoing).toMatchObject([{ id: open, state: 'open', next: '1 decision waits.', changes: expect.stringMatching(/renamed 1/) as string }]);
    expect(frameworks.flatMap(({ releases }) => releases.map(({ state, next }) => [state, next])).toSorted()).toEqual([
      ['published', 'Can be taken back.'],
      ['refused', ''],
    ]);
    expect(frameworks.flatMap(({ releases }) => releases.map(({ id }) => id))).toContain(refused);
    expect(await database.tenant(head.organisationId).transaction((tx) => tx.select().from(frameworkVersion))).toHaveLength(1);
  });
});
