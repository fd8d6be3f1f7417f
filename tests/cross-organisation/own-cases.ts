import { randomUUID } from 'node:crypto';
import type { OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import { addOwnAddition } from '#app/services/framework/own/add-own-addition.server.ts';
import { changeOwnAddition } from '#app/services/framework/own/change-own-addition.server.ts';
import { previewOwnAdditions } from '#app/services/framework/own/preview-own-additions.server.ts';
import { publishOwnAdditions } from '#app/services/framework/own/publish-own-additions.server.ts';
import { readOwnAdditions } from '#app/services/framework/own/read-own-additions.server.ts';
import { readOwnBase } from '#app/services/framework/own/read-own-base.server.ts';
import { readVersionLabel } from '#app/services/framework/own/read-version-label.server.ts';
import { removeOwnAddition } from '#app/services/framework/own/remove-own-addition.server.ts';
import { saveOwnExpectations } from '#app/services/framework/own/save-own-expectations.server.ts';
import { writeOwnAdditions } from '#app/services/framework/own/write-own-additions.server.ts';
import type { Cases } from './scene.ts';

const skill: OwnAdditionContent = { kind: 'skill', skill: { name: 'Rope', description: null, levels: [] } };
const wanted = { frameworkKey: 'coast', revision: 0 };

/** Both organisations have a framework of the key `coast`; its roles and skills have names that tell whose they are. */
export const ownCases: Cases = {
  'framework/own/add-own-addition': [
    ['nothing', ({ context }) => addOwnAddition(context, wanted, skill)],
    ['refused', ({ context, b }) => addOwnAddition(context, { ...wanted, revision: 1 }, { kind: 'statements', skillName: `Lamp keeping ${b.canary}`, ordinal: 1, statements: ['x'] }).then(withoutWords)],
  ],
  'framework/own/change-own-addition': [['404', ({ context }) => changeOwnAddition(context, { ...wanted, additionId: randomUUID() }, skill)]],
  'framework/own/preview-own-additions': [['nothing', ({ context }) => previewOwnAdditions(context, 'coast')]],
  'framework/own/publish-own-additions': [['nothing', ({ context }) => publishOwnAdditions(context, { ...wanted, revision: 1 })]],
  'framework/own/read-own-additions': [['nothing', ({ context }) => readOwnAdditions(context, 'coast')]],
  'framework/own/read-own-base': [['hidden', ({ inA, b }) => inA(async (tx) => readOwnBase(tx, b.id, 'coast').catch(() => null))]],
  'framework/own/read-version-label': [['404', ({ inA, a, b }) => inA((tx) => readVersionLabel(tx, a.id, b.versionId))]],
  'framework/own/remove-own-addition': [['404', ({ context }) => removeOwnAddition(context, { ...wanted, additionId: randomUUID() })]],
  'framework/own/save-own-expectations': [
    ['404', ({ context, b }) => saveOwnExpectations(context, { ...wanted, revision: 1 }, { roleName: `Keeper ${b.canary}`, roleLevelName: `Junior keeper ${b.canary}`, levels: new Map() })],
  ],
  'framework/own/write-own-additions': [['refused', ({ context }) => writeOwnAdditions(context, { ...wanted, revision: 99 }, ({ additions }) => ({ additions, action: 'change', detail: {} }))]],
};

/** A refusal repeats what was typed; whose it is is not the point here. */
function withoutWords({ ok }: { ok: boolean }): { ok: boolean } {
  return { ok };
}
