/** The framework that the product comes with, and that role pages and the official downloads are laid over. */
export const officialFramework = {
  key: 'gdad',
  name: 'Government Digital and Data',
  kind: 'gdad',
} as const;
