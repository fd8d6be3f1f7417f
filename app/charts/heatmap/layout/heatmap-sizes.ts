/** The sizes of a picture under one name. */
export * as heatmapSizes from './sizes.ts';
