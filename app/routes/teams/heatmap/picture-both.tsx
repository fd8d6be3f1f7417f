import { type ReactNode, useMemo } from 'react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { pictureTitle } from '#app/domain/capability/picture/picture-title.ts';
import { LargePicture } from './large-picture.tsx';
import { Multiples } from './multiples.tsx';
import { PictureCaption } from './picture-caption.tsx';
import { PictureFigure } from './picture-figure.tsx';
import type { PictureHrefs } from './picture-hrefs.ts';
import type { HeatmapPage } from './read-heatmap-page.server.ts';
import type { ShownNow } from './shown-now.ts';
import { sidesOf } from './sides-of.ts';

interface PictureBothProps {
  page: HeatmapPage;
  state: ShownNow;
  hrefs: PictureHrefs;
  /** The key. */
  children: ReactNode;
}

/** One picture; one a team; or two days, the earlier first, with the same rows and columns in the same order and the same colours. */
export function PictureBoth({ page, state, hrefs, children }: PictureBothProps) {
  const { picture, team, scales, words } = page;
  const { metric, heldLevel, compare } = state.shown;
  const title = pictureTitle(picture.view, metric, heldLevel);
  const sides = useMemo(() => (compare === 'side' ? sidesOf(picture) : null), [compare, picture]);
  const shared = { metric, heldLevel, scales, hrefs };
  const caption = <PictureCaption title={title} words={words[metric]!} />;
  if (page.isMultiple) {
    return (
      <>
        <Multiples teamId={team.id} state={state.asked} picture={picture} metric={metric} heldLevel={heldLevel} caption={caption} />
        {children}
      </>
    );
  }
  if (page.isLarge) {
    return (
      <>
        <LargePicture page={page} state={state} metric={metric} heldLevel={heldLevel} hrefs={hrefs} label={`${team.name}: ${title}`} caption={caption} />
        {children}
      </>
    );
  }
  if (sides === null) {
    return (
      <PictureFigure id="picture" {...shared} picture={picture} label={`${team.name}: ${title}`} caption={caption} hasCards>
        {children}
      </PictureFigure>
    );
  }
  const labelOf = (day: string) => `${team.name} on ${formatDate(day)}: ${title}`;
  const heading = (day: string) => <h3 className="mb-hair text-dense font-strong">{formatDate(day)}</h3>;
  return (
    <>
      {caption}
      <div className="grid gap-step min-[110rem]:grid-cols-2">
        <div className="min-w-0">
          <PictureFigure id="picture-before" {...shared} picture={sides.before} label={labelOf(sides.before.asOf)} caption={heading(sides.before.asOf)} />
        </div>
        <div className="min-w-0">
          <PictureFigure id="picture" {...shared} picture={sides.after} label={labelOf(sides.after.asOf)} caption={heading(sides.after.asOf)} />
        </div>
      </div>
      {children}
    </>
  );
}
