import { Link } from '@remix-run/react';
import { useRef } from 'react';
import { Legend } from '#app/charts/legend.tsx';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { chipsOf } from '#app/routes/teams/heatmap/controls/chips-of.ts';
import { EmptyPicture } from './empty-picture.tsx';
import { FilterChips } from '#app/routes/teams/heatmap/controls/filter-chips.tsx';
import { HeatmapControls } from '#app/routes/teams/heatmap/controls/heatmap-controls.tsx';
import { noFilters } from '#app/routes/teams/heatmap/controls/no-filters.ts';
import { OpenBeside } from '#app/routes/teams/heatmap/panel/open-beside.tsx';
import { OpenedDetail } from '#app/routes/teams/heatmap/panel/opened-detail.tsx';
import { pictureAddress } from './picture-address.ts';
import { PictureBoth } from './picture-both.tsx';
import { PictureLinks } from './picture-links.tsx';
import type { HeatmapPage } from './read-heatmap-page.server.ts';
import { shownNow } from './shown-now.ts';
import { TakeAway } from '#app/routes/teams/heatmap/file/take-away.tsx';
import { useAskedState } from './use-asked-state.ts';
import { useOpenDetail } from '#app/routes/teams/heatmap/panel/use-open-detail.ts';
import { usePanelFocus } from '#app/routes/teams/heatmap/panel/use-panel-focus.ts';
import { usePictureHrefs } from './use-picture-hrefs.ts';

/** The controls, the picture with what stands around it, and what is open beside it. */
export function HeatmapBody({ page }: { page: HeatmapPage }) {
  const { team, picture, today, problem, choices, mayNamePeople } = page;
  const { now } = useAskedState();
  const state = shownNow(page, now);
  const { asked } = state;
  const opened = useOpenDetail({ teamId: team.id, state: state.shown, loaded: page.detail });
  const panel = useRef<HTMLElement>(null);
  usePanelFocus(panel, { key: opened?.key ?? null, isThere: opened?.isThere ?? false }, findStop);
  const here = pictureAddress(team.id, asked, { from: asked.from });
  const view = picture.view;
  const hrefs = usePictureHrefs({ teamId: team.id, here, view, mayOpen: mayNamePeople, rounds: choices.cycles });
  const isEmpty = picture.rows.length === 0 || picture.columns.length === 0;
  return (
    <>
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <HeatmapControls page={page} asked={asked} />
      <FilterChips chips={chipsOf(team.id, asked, view, choices)} allTo={pictureAddress(team.id, asked, { filters: noFilters })} />
      {state.shown.asOf !== today && (
        <p className="mb-close border-l-8 border-action bg-panel px-snug py-hair text-dense print:hidden">
          This page looks back to {formatDate(state.shown.asOf)}. Levels and people are as they stood on that day, set against the framework version that is adopted now.{' '}
          <Link to={pictureAddress(team.id, asked, { asOf: null })} preventScrollReset className="text-link underline underline-offset-4 focus-visible:bg-focus focus-visible:text-ink">
            Show today
          </Link>
        </p>
      )}
      {picture.disclosureControlled && <Notice kind="information">Figures that could single out a person are withheld and shown as [c]. That is not zero.</Notice>}
      <div className={opened === null ? '' : 'grid gap-step lg:grid-cols-[minmax(0,1fr)_24rem]'}>
        <PictureLinks className="min-w-0">
          {isEmpty ? (
            <EmptyPicture teamId={team.id} name={team.name} state={asked} hidden={page.words[state.shown.metric]?.hidden ?? null} picture={picture} />
          ) : (
            <PictureBoth page={page} state={state} hrefs={hrefs}>
              <Legend picture={picture} metric={state.shown.metric} scales={page.scales} />
            </PictureBoth>
          )}
        </PictureLinks>
        {opened !== null && (
          <OpenBeside ref={panel} closeTo={here}>
            <PictureLinks>
              <OpenedDetail opened={opened} closeTo={here} />
            </PictureLinks>
          </OpenBeside>
        )}
      </div>
      {!isEmpty && <TakeAway teamId={team.id} state={asked} rows={page.total} columns={picture.columns.length} />}
    </>
  );
}

/** Where the keyboard stands in the picture: its one stop of Tab. */
function findStop(): Element | null {
  return document.querySelector('[data-at][tabindex="0"]');
}
