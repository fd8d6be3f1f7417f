import { ink } from '#app/charts/colour.ts';

/** The typeface of every picture. */
export const typeface = "'Source Sans 3','Source Sans Pro','Segoe UI',Arial,sans-serif";

/** The same as attributes, so that it looks the same where it is referred to and where there is no stylesheet. */
export const pictureType = `font-family="${typeface}" fill="${ink}"`;
