import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { PictureMargins } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { ColumnGroup } from '#app/charts/heatmap/layout/layout-column-groups.ts';
import type { LabelSize, ToldPicture } from './told-picture.ts';

/** The names in a picture, and what they stand for. */
export type FigureNames = Pick<Picture, 'view' | 'rows' | 'groups' | 'columns' | 'columnGroups'>;

/**
 * What a picture of few cells is drawn from as SVG and table, on the server and in the browser alike: looks and words are finished and texts
 * measured for every metric, so that another metric asks for nothing and needs no more code than drawing does.
 */
export interface ToldFigure extends FigureNames, Pick<ToldPicture, 'styles' | 'looks' | 'kinds' | 'parts' | 'metrics'> {
  labels: Record<LabelSize, ToldLabels>;
  /** Null where there is nothing to count. */
  margins: PictureMargins | null;
  /** How the rows' notes are broken. */
  notes: Broken[];
  /** By how many lines there is room for: how the columns' names are broken, and the longest line in pixels. */
  heads: Record<number, { lines: Broken[]; longest: number }>;
  /** By the width of a column: the names over groups of columns. */
  strips: Record<number, ColumnGroup[]>;
}

/** The names of rows and headings beside the cells. */
export interface ToldLabels {
  /** Of their column, in pixels. */
  width: number;
  lines: Broken[];
}

/** Where a text is broken into lines: by the places of the breaks; 0 for one line, which is the text; or the lines themselves, where these are not all of the text. */
export type Broken = 0 | number[] | string[];

/** A figure as it travels, without its names: of a style its fill, colour of the text, border, hatch and marks with blanks between them. */
export type FigureText = Omit<ToldFigure, keyof FigureNames | 'styles'> & { styles: string[] };
