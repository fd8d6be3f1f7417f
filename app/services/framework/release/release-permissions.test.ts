import { describe, expect, it } from 'vitest';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { type HarbourOrganisation, makeHarbour } from '#tests/helpers/harbour-organisation.ts';
import { readUploaded } from '#tests/helpers/read-uploaded.ts';
import { nightWatchMoved, releaseFiles, ropeWorkRenamed } from '#tests/helpers/release-files.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { compareAgain } from './compare-again.server.ts';
import { decideRelease } from './decide-release.server.ts';
import { discardRelease } from './discard-release.server.ts';
import { publishRelease } from './publish-release.server.ts';
import { readReleaseEffects } from './read-release-effects.server.ts';
import { readRelease } from './read-release.server.ts';
import { readReleases } from './read-releases.server.ts';
import { startRelease } from './start-release.server.ts';
import { withdrawRelease } from './withdraw-release.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const next = () => releaseFiles(...ropeWorkRenamed, nightWatchMoved);

describe('who may', () => {
  const calls = (id: string) => ({
    start: (context: HarbourOrganisation['context']) => startRelease(context, releaseFiles()),
    list: readReleases,
    read: (context: HarbourOrganisation['context']) => readRelease(context, id),
    effects: (context: HarbourOrganisation['context']) => readReleaseEffects(context, id),
    decide: (context: HarbourOrganisation['context']) => decideRelease(context, id, { revision: 0, decisions: {} }),
    compare: (context: HarbourOrganisation['context']) => compareAgain(context, id),
    publish: (context: HarbourOrganisation['context']) => publishRelease(context, id, 0),
    withdraw: (context: HarbourOrganisation['context']) => withdrawRelease(context, id),
    discard: (context: HarbourOrganisation['context']) => discardRelease(context, id),
  });

  it('are administrators and heads of the whole service, and nobody else', async () => {
    const harbour = await makeHarbour(database);
    const { id } = await readUploaded(harbour.context, next());
    for (const accessRole of ['team-manager', 'team-member', 'analyst', 'api-read', 'api-write', 'moderator'] as const) {
      const context = await contextAs(database, { accessRole, organisationId: harbour.id });
      for (const [name, call] of Object.entries(calls(id))) await expect(call(context), `${accessRole} ${name}`).rejects.toMatchObject({ status: 403 });
    }
    for (const accessRole of ['administrator', 'head-of-service'] as const) {
      const context = await contextAs(database, { accessRole, organisationId: harbour.id });
      const { start, list, read, effects, decide } = calls(id);
      for (const call of [start, list, read, effects, decide]) await expect(call(context), accessRole).resolves.toBeDefined();
      expect((await readUploaded(context, releaseFiles(nightWatchMoved))).state).toBe('open');
    }
  });

  it('meet a 404 for a release of another organisation, as for one that is not there', async () => {
    const [own, other] = [await makeHarbour(database), await makeHarbour(database)];
    const ids = { own: (await readUploaded(own.context, next())).id, other: (await readUploaded(other.context, next())).id };
    const { start: _start, list: _list, ...withId } = calls('');
    expect(ids.own).not.toBe(ids.other);
    for (const name of Object.keys(withId) as (keyof typeof withId)[]) {
      await expectSame404(ids, (id) => calls(id)[name](own.context));
    }
  });
});
