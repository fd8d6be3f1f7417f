import { readApiKeys } from '#app/services/organisation/read-api-keys.server.ts';
import { revokeApiKey } from '#app/services/organisation/revoke-api-key.server.ts';
import type { Cases } from './scene.ts';

/** The keys of the API. */
export const keysCases: Cases = {
  'organisation/read-api-keys': [['nothing', ({ context }) => readApiKeys(context)]],
  'organisation/revoke-api-key': [['404', ({ context, keyOfB }) => revokeApiKey(context, keyOfB)]],
};
