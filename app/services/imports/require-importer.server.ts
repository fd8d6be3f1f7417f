import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { importKinds } from './import-kinds.server.ts';
import type { ImportKind } from './import-row.ts';

/** Throws 403 where the viewer may bring in spreadsheets nowhere, or none of this kind. What a row is about is asked when it is planned. */
export function requireImporter(context: Context, kind?: ImportKind): void {
  const kinds = kind === undefined ? Object.values(importKinds) : [importKinds[kind]];
  if (!kinds.some(({ permission }) => mayBeAnywhere(context.viewer, permission))) deny(context, kinds[0]!.permission);
}
