import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import type { FrameTexts } from './frame-texts.ts';
import type { HeadedRow } from './headed-rows.ts';
import { layoutColumnGroups } from './layout-column-groups.ts';
import { layoutLabels } from './layout-labels.ts';
import * as sizes from './sizes.ts';
import { wrapHeads } from './wrap-heads.ts';

/** The texts around the cells of a picture in lines; `cornerOf` does so for what stands in the corner between heads and labels. */
export function measureTexts({ columns, columnGroups }: Picture, headed: readonly HeadedRow[]): Omit<FrameTexts, 'corner'> & { cornerOf: (note: string) => FrameTexts['corner'] } {
  const wide = layoutLabels(headed, sizes.wideLabel);
  const narrow = layoutLabels(
    headed.map((label) => ({ ...label, note: null })),
    sizes.narrowLabel,
  );
  const wrapped = (note: string, width: number) => wrapText(note, width - sizes.labelPadding, sizes.noteSize);
  return {
    wide,
    narrow,
    heads: (mostLines) => wrapHeads(columns, mostLines),
    strips: (step) => layoutColumnGroups(columns, columnGroups, step),
    cornerOf: (note) => ({ wide: wrapped(note, wide.width), narrow: wrapped(note, narrow.width) }),
  };
}
