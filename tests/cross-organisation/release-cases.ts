import { adoptVersion } from '#app/services/framework/publish/adopt-version.server.ts';
import { findOrAddFramework } from '#app/services/framework/publish/find-or-add-framework.server.ts';
import { freeLabel } from '#app/services/framework/publish/free-label.server.ts';
import { readMeaningRevisions } from '#app/services/framework/publish/read-meaning-revisions.server.ts';
import { readVersionIdentities } from '#app/services/framework/publish/read-version-identities.server.ts';
import { claimUpload } from '#app/services/framework/release/claim-upload.server.ts';
import { closeRelease } from '#app/services/framework/release/close-release.server.ts';
import { compareAgain } from '#app/services/framework/release/compare-again.server.ts';
import { decideRelease } from '#app/services/framework/release/decide-release.server.ts';
import { discardRelease } from '#app/services/framework/release/discard-release.server.ts';
import { emptyRelease } from '#app/services/framework/release/empty-release.server.ts';
import { forgetRelease } from '#app/services/framework/release/forget-release.server.ts';
import { lockRelease } from '#app/services/framework/release/lock-release.server.ts';
import { noteProgress } from '#app/services/framework/release/note-progress.server.ts';
import { publishPlan } from '#app/services/framework/release/publish-plan.server.ts';
import { publishRelease } from '#app/services/framework/release/publish-release.server.ts';
import { readAdoptedRelease } from '#app/services/framework/release/read-adopted-release.server.ts';
import { readReleaseEffects } from '#app/services/framework/release/read-release-effects.server.ts';
import { readRelease } from '#app/services/framework/release/read-release.server.ts';
import { readReleases } from '#app/services/framework/release/read-releases.server.ts';
import { readStrandedPlacements } from '#app/services/framework/release/read-stranded-placements.server.ts';
import { readUpload } from '#app/services/framework/release/read-upload.server.ts';
import { readWithdrawal } from '#app/services/framework/release/read-withdrawal.server.ts';
import { settleUpload } from '#app/services/framework/release/settle-upload.server.ts';
import { startRelease } from '#app/services/framework/release/start-release.server.ts';
import { storePlan } from '#app/services/framework/release/store-plan.server.ts';
import { tendReleases } from '#app/services/framework/release/tend-releases.server.ts';
import { undoMoves } from '#app/services/framework/release/undo-moves.server.ts';
import { withdrawRelease } from '#app/services/framework/release/withdraw-release.server.ts';
import { workOutRelease } from '#app/services/framework/release/work-out-release.server.ts';
import { writeMoves } from '#app/services/framework/release/write-moves.server.ts';
import { releaseJob } from '#app/services/framework/release/release-job.server.ts';
import { hashFacts } from '#app/services/framework/publish/hash-facts.server.ts';
import { storeVersion } from '#app/services/framework/publish/store-version.server.ts';
import { isNothingNew } from '#app/services/framework/release/is-nothing-new.server.ts';
import type { ReleaseRow } from '#app/services/framework/release/lock-release.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import { releaseFiles } from '#tests/helpers/release-files.ts';
import type { Cases, Scene } from './scene.ts';

const now = new Date('2026-06-01T09:00:00Z');
const nobody = { skills: new Map<string, string>(), roles: new Map<string, string>(), roleLevels: new Map<string, Map<string, string>>() };
const noFacts = { scale: [], families: [], roles: [], skills: [] };
const emptyPlan = { items: [], facts: noFacts, moves: { renamed: [], succeeded: [] }, meaningChanged: [], kept: [], undecided: [], notices: [], refusals: [] };
const readings = [{ file: 'roles.csv', kind: 'roles-csv' as const, facts: frameworkFacts(), notices: [] }];

/** What somebody in A could make of the adopted version of B, had they its ids. */
const adoptedOfB = ({ b }: Scene, facts = frameworkFacts()) => ({
  frameworkId: b.frameworkId,
  versionId: b.versionId,
  label: 'First',
  releaseVersionId: b.versionId,
  releaseFingerprint: hashFacts(facts),
  ownAdditions: [],
});

/** A row of A that names what is B's. */
const strayRow = ({ a, b, releaseOfB }: Scene): ReleaseRow => ({
  organisationId: a.id, id: releaseOfB, uploadId: releaseOfB, frameworkKey: 'coast', frameworkName: 'Coast', kind: 'own', state: 'published', label: 'Mine',
  stepsDone: 1, steps: 1, claimedAt: null, comparedVersionId: b.versionId, readings, changeNotes: null, plan: emptyPlan, refusals: null,
  versionId: b.versionId, versionBeforeId: null, revision: 0, createdAt: now, publishedAt: now,
  undo: { names: [{ part: 'skill', id: b.skills.lamps, name: 'Stolen' }], ownAdditions: [] },
});

/** Releases of a framework: what stands between an id of B and its documents, decisions and versions. */
export const releaseCases: Cases = {
  'framework/publish/adopt-version': [['denied', ({ inA, b }) => inA((tx, inside) => adoptVersion(tx, inside, b.frameworkId, b.versionId))]],
  'framework/publish/find-or-add-framework': [['denied', ({ inA, b }) => inA((tx) => findOrAddFramework(tx, b.id, { frameworkKey: 'stray', frameworkName: 'Stray', kind: 'own' }))]],
  'framework/publish/free-label': [['nothing', ({ inA, a, b }) => inA((tx) => freeLabel(tx, a.id, b.frameworkId, 'First'))]],
  'framework/publish/read-meaning-revisions': [['nothing', ({ inA, a, b }) => inA((tx) => readMeaningRevisions(tx, a.id, b.frameworkId))]],
  'framework/publish/read-version-identities': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readVersionIdentities(tx, a.id, b.versionId))],
    ['hidden', ({ inA, b }) => inA((tx) => readVersionIdentities(tx, b.id, b.versionId))],
  ],
  'framework/publish/store-version': [['denied', ({ inA, b }) => inA((tx) => storeVersion(tx, { organisationId: b.id, now }, { frameworkId: b.frameworkId, label: 'Stray', facts: frameworkFacts() }))]],
  'framework/release/claim-upload': [['nothing', ({ inA, a, releaseOfB }) => inA((tx) => claimUpload(tx, a.id, releaseOfB, now))]],
  'framework/release/close-release': [
    [
      'nothing',
      (scene) =>
        scene.inA((tx, inside) =>
          closeRelease(tx, inside, { id: scene.releaseOfB, frameworkKey: 'coast', frameworkName: 'Coast', kind: 'own', label: 'Stray', plan: emptyPlan, adopted: adoptedOfB(scene, noFacts) }),
        ),
    ],
  ],
  'framework/release/compare-again': [['404', ({ context, releaseOfB }) => compareAgain(context, releaseOfB)]],
  'framework/release/decide-release': [['404', ({ context, releaseOfB }) => decideRelease(context, releaseOfB, { revision: 0, decisions: {} })]],
  'framework/release/discard-release': [['404', ({ context, releaseOfB }) => discardRelease(context, releaseOfB)]],
  'framework/release/empty-release': [['nothing', ({ inA, a, releaseOfB }) => inA((tx) => emptyRelease(tx, a.id, releaseOfB))]],
  'framework/release/forget-release': [['404', ({ context, releaseOfB }) => forgetRelease(context.db, releaseOfB, now)]],
  'framework/release/lock-release': [
    ['404', ({ inA, a, releaseOfB }) => inA((tx) => lockRelease(tx, a.id, releaseOfB))],
  ],
  'framework/release/note-progress': [['nothing', ({ inA, a, releaseOfB }) => inA((tx) => noteProgress(tx, a.id, releaseOfB, { stepsDone: 1, now }))]],
  'framework/release/is-nothing-new': [
    ['nothing', (scene) => scene.inA((tx) => isNothingNew(tx, scene.a.id, { ...emptyPlan, facts: frameworkFacts() }, adoptedOfB(scene, noFacts)))],
  ],
  'framework/release/publish-plan': [
    [
      'denied',
      (scene) =>
        scene.inA((tx, inside) =>
          publishPlan(tx, inside, { frameworkKey: 'coast', frameworkName: 'Coast', kind: 'own', label: 'Stray', plan: { ...emptyPlan, facts: frameworkFacts() }, adopted: adoptedOfB(scene, noFacts) }),
        ),
    ],
  ],
  'framework/release/publish-release': [['404', ({ context, releaseOfB }) => publishRelease(context, releaseOfB, 0)]],
  'framework/release/read-adopted-release': [['hidden', ({ inA, b }) => inA((tx) => readAdoptedRelease(tx, b.id, 'coast'))]],
  'framework/release/read-release': [['404', ({ context, releaseOfB }) => readRelease(context, releaseOfB)]],
  'framework/release/read-release-effects': [['404', ({ context, releaseOfB }) => readReleaseEffects(context, releaseOfB)]],
  'framework/release/read-releases': [['nothing', ({ context }) => readReleases(context)]],
  'framework/release/read-stranded-placements': [['nothing', ({ inA, a, b }) => inA((tx) => readStrandedPlacements(tx, a.id, [b.versionId], null))]],
  'framework/release/read-upload': [['nothing', ({ context, releaseOfB }) => readUpload(context.db, releaseOfB)]],
  'framework/release/read-withdrawal': [['nothing', (scene) => scene.inA((tx) => readWithdrawal(tx, strayRow(scene)))]],
  'framework/release/release-job': [['nothing', () => releaseJob()]],
  'framework/release/settle-upload': [['404', ({ context, releaseOfB }) => settleUpload(context.db, releaseOfB, { readings: [], now })]],
  'framework/release/start-release': [['nothing', ({ context }) => startRelease(context, releaseFiles())]],
  'framework/release/store-plan': [['nothing', (scene) => scene.inA((tx) => storePlan(tx, strayRow(scene), {}))]],
  'framework/release/tend-releases': [['nothing', () => tendReleases(runtime(), AbortSignal.abort())]],
  'framework/release/undo-moves': [['nothing', (scene) => scene.inA((tx) => undoMoves(tx, strayRow(scene), scene.b.frameworkId, [scene.b.versionId]))]],
  'framework/release/withdraw-release': [['404', ({ context, releaseOfB }) => withdrawRelease(context, releaseOfB)]],
  'framework/release/work-out-release': [['hidden', ({ inA, b }) => inA((tx) => workOutRelease(tx, b.id, { frameworkKey: 'coast', readings, decisions: {} }))]],
  'framework/release/write-moves': [
    [
      'denied',
      ({ inA, a, b }) =>
        inA((tx) => {
          const before = { ...nobody, skills: new Map([['lamps', b.skills.lamps]]) };
          const moves = { renamed: [{ part: 'skill' as const, roleName: null, from: 'Lamps', to: 'Stolen' }], succeeded: [] };
          return writeMoves(tx, a.id, { frameworkId: b.frameworkId, versionId: b.versionId, before, after: { ...before, families: new Map() }, moves });
        }),
    ],
  ],
};
