import { plainText } from '#app/platform/form/typed-values.ts';

/** What a release may be called: "December 2025". Empty where it is to be called after the day. */
export const releaseName = plainText().trim().max(100, 'Enter a name of 100 characters at most');
