import { type ReactNode, Suspense, useMemo } from 'react';
import { openFigure } from '#app/charts/heatmap/told/open-figure.ts';
import type { ToldFigure } from '#app/charts/heatmap/told/told-figure.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { pictureTitle } from '#app/domain/capability/picture/words/picture-title.ts';
import { PictureCaption } from './picture-caption.tsx';
import type { PictureFigureProps } from './picture-figure.tsx';
import type { PictureHrefs } from './picture-hrefs.ts';
import type { HeatmapPage } from './read-heatmap-page.server.ts';
import type { ShownNow } from './shown-now.ts';
import type { Side } from './sides-of.ts';
import { LargePicture, Multiples, PictureFigure } from './ways-to-draw.ts';

interface PictureBothProps {
  page: HeatmapPage;
  state: ShownNow;
  hrefs: PictureHrefs;
  /** The key. */
  children: ReactNode;
}

/** One picture; one a team; or two days, the earlier first, with the same rows and columns in the same order and the same colours. */
export function PictureBoth({ page, state, hrefs, children }: PictureBothProps) {
  const { picture, team, words } = page;
  const figures = useMemo(() => page.figures.map((figure) => openFigure(figure, picture)), [page.figures, picture]);
  const { metric, heldLevel } = state.shown;
  const title = pictureTitle(picture.view, metric, heldLevel);
  const caption = <PictureCaption title={title} words={words[metric]!} />;
  if (page.multiples) {
    return (
      <Suspense fallback={null}>
        <Multiples teamId={team.id} state={state.asked} picture={page.multiples} metric={metric} heldLevel={heldLevel} caption={caption} />
        {children}
      </Suspense>
    );
  }
  // What is on the screen stays until the script of another way to draw has come.
  const draw = (one: Pick<PictureFigureProps, 'id' | 'told' | 'label' | 'caption' | 'hasCards' | 'children'>, side?: Side) => (
    <Suspense fallback={null}>
      {page.isLarge ? (
        <>
          <LargePicture {...one} page={page} state={state} hrefs={hrefs} side={side} />
          {one.children}
        </>
      ) : (
        <PictureFigure {...one} metric={metric} heldLevel={heldLevel} hrefs={hrefs} open={state.shown.open} />
      )}
    </Suspense>
  );
  const [first, second] = figures;
  if (!second) return draw({ id: 'picture', told: first!, label: `${team.name}: ${title}`, caption, hasCards: true, children });
  const ofDay = (told: ToldFigure, day: string) => ({
    told,
    label: `${team.name} on ${formatDate(day)}: ${title}`,
    caption: <h3 className="mb-hair text-dense font-strong">{formatDate(day)}</h3>,
  });
  return (
    <>
      {caption}
      <div className={`grid gap-step ${state.shown.open === null ? besideEachOther : ''}`}>
        <div className="min-w-0">{draw({ id: 'picture-before', ...ofDay(first!, picture.before!) }, 'before')}</div>
        <div className="min-w-0">{draw({ id: 'picture', ...ofDay(second, picture.asOf) }, 'after')}</div>
      </div>
      {children}
    </>
  );
}

/** Two days stand beside each other where the screen has room for two whole pictures; they then take more of it than a page does. */
const besideEachOther = 'min-[150rem]:mx-[calc(50%-50vw+2rem)] min-[150rem]:grid-cols-2 print:mx-0';
