import { type ReactNode, Suspense, useMemo } from 'react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { pictureTitle } from '#app/domain/capability/picture/words/picture-title.ts';
import { Multiples } from './multiples.tsx';
import { PictureCaption } from './picture-caption.tsx';
import type { PictureFigureProps } from './picture-figure.tsx';
import type { PictureHrefs } from './picture-hrefs.ts';
import type { HeatmapPage } from './read-heatmap-page.server.ts';
import type { ShownNow } from './shown-now.ts';
import { type Side, sidesOf } from './sides-of.ts';
import { LargePicture, PictureFigure } from './ways-to-draw.ts';

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
  const caption = <PictureCaption title={title} words={words[metric]!} />;
  if (page.isMultiple) {
    return (
      <>
        <Multiples teamId={team.id} state={state.asked} picture={picture} metric={metric} heldLevel={heldLevel} caption={caption} />
        {children}
      </>
    );
  }
  // What is on the screen stays until the script of another way to draw has come.
  const draw = (one: Pick<PictureFigureProps, 'id' | 'picture' | 'label' | 'caption' | 'hasCards' | 'children'>, side?: Side) => (
    <Suspense fallback={null}>
      {page.isLarge ? (
        <>
          <LargePicture {...one} page={page} state={state} hrefs={hrefs} side={side} />
          {one.children}
        </>
      ) : (
        <PictureFigure {...one} metric={metric} heldLevel={heldLevel} scales={scales} hrefs={hrefs} open={state.shown.open} />
      )}
    </Suspense>
  );
  if (sides === null) return draw({ id: 'picture', picture, label: `${team.name}: ${title}`, caption, hasCards: true, children });
  const ofDay = (side: Picture) => ({
    picture: side,
    label: `${team.name} on ${formatDate(side.asOf)}: ${title}`,
    caption: <h3 className="mb-hair text-dense font-strong">{formatDate(side.asOf)}</h3>,
  });
  return (
    <>
      {caption}
      <div className={`grid gap-step ${state.shown.open === null ? besideEachOther : ''}`}>
        <div className="min-w-0">{draw({ id: 'picture-before', ...ofDay(sides.before) }, 'before')}</div>
        <div className="min-w-0">{draw({ id: 'picture', ...ofDay(sides.after) }, 'after')}</div>
      </div>
      {children}
    </>
  );
}

/** Two days stand beside each other where the screen has room for two whole pictures; they then take more of it than a page does. */
const besideEachOther = 'min-[150rem]:mx-[calc(50%-50vw+2rem)] min-[150rem]:grid-cols-2 print:mx-0';
