import { z } from 'zod';
import { plainText } from '#app/platform/form/typed-values.ts';

/** What may be said of a new key of the API. */
export const apiKeyInput = z.object({
  name: plainText('Enter what the key is for').trim().min(1, 'Enter what the key is for').max(60, 'Use 60 characters or fewer for the name'),
  access: z.enum(['read', 'write'], 'Choose what the key may do'),
});

export type ApiKeyDetails = z.output<typeof apiKeyInput>;
