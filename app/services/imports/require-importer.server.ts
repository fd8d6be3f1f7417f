import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { Context } from '#app/platform/context.ts';
import { forbidden } from '#app/platform/responses.server.ts';
import { importKinds } from './import-kinds.server.ts';
import type { ImportKind } from './import-row.ts';

/** Throws 403 where the viewer may bring in spreadsheets nowhere, or none of this kind. What a row is about is asked when it is planned. */
export function requireImporter({ viewer }: Context, kind?: ImportKind): void {
  const kinds = kind === undefined ? Object.values(importKinds) : [importKinds[kind]];
  if (!kinds.some(({ permission }) => mayBeAnywhere(viewer, permission))) throw forbidden();
}
