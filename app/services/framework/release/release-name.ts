import { z } from 'zod';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { plainText } from '#app/platform/form/typed-values.ts';

/** What a release may be called: "December 2025". Empty where it is to be called after the day. */
export const releaseName = plainText().transform(cleanName).pipe(z.string().max(100, 'Enter a name of 100 characters at most'));
