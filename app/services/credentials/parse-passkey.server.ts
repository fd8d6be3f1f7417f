import { z } from 'zod';

const part = z.string().min(1).max(20_000);
const extensions = z.record(z.string(), z.unknown()).default({});
const named = { id: part, rawId: part, type: z.literal('public-key'), clientExtensionResults: extensions };

const registration = z.object({
  ...named,
  response: z.object({ clientDataJSON: part, attestationObject: part, transports: z.array(z.string().max(40)).max(10).default([]) }),
});

const authentication = z.object({
  ...named,
  response: z.object({ clientDataJSON: part, authenticatorData: part, signature: part, userHandle: z.string().max(200).optional() }),
});

const kinds = { registration, authentication };

/** What a browser sent of a passkey, in JSON; null for anything else. */
export function parsePasskey<K extends keyof typeof kinds>(kind: K, text: string): z.output<(typeof kinds)[K]> | null {
  try {
    return kinds[kind].parse(JSON.parse(text)) as z.output<(typeof kinds)[K]>;
  } catch {
    return null;
  }
}
