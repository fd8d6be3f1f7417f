import type { Page } from '@playwright/test';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** How a picture is looked at: what the browser pretends, and what is laid over the page. */
export const reviewModes: readonly { name: string; media: Media; style: string }[] = [
  { name: 'colour', media: { forcedColors: 'none' }, style: '' },
  { name: 'grey', media: { forcedColors: 'none' }, style: 'html { filter: grayscale(1) }' },
  { name: 'forced', media: { forcedColors: 'active' }, style: '' },
];

/** Widths of the window in pixels, and how many pictures stand on one sheet, in how many columns. */
export const reviewWidths = [
  { width: 320, perSheet: 10, columns: 5 },
  { width: 1280, perSheet: 6, columns: 2 },
  { width: 2560, perSheet: 8, columns: 2 },
] as const;
