import { ink } from '#app/charts/colour.ts';

/** The typeface of every picture as attributes, so that it looks the same where it is referred to and where there is no stylesheet. */
export const pictureType = `font-family="'Source Sans 3','Source Sans Pro','Segoe UI',Arial,sans-serif" fill="${ink}"`;
