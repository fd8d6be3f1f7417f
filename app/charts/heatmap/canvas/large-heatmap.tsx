import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { HeatmapHrefs } from '#app/charts/heatmap/heatmap.tsx';
import { fetchPicture } from './fetch-picture.ts';
import type { MountedCanvas } from './mount-canvas.ts';

interface LargeHeatmapProps {
  /** Where the figures of the whole picture are, as JSON with an ETag. */
  dataHref: string;
  metric: PictureMetric;
  /** For the metric `holders`. */
  heldLevel: number;
  scales: SkillScales;
  /** What the picture shows, for whoever does not see it. */
  label: string;
  hrefs: HeatmapHrefs;
  /** How many rows the whole picture has: the frame is as high as it will be. */
  rows: number;
  /** What lies open beside the picture. */
  open?: { rowId: string | null; columnId: string } | null;
  margins?: boolean;
  /** Taken of what was fetched, for one of two days side by side. Keep it the same function from drawing to drawing. */
  take?: (picture: Picture) => Picture;
  /**
   * What the server draws in the frame: a page of the table, which stays where no script runs or the figures do not arrive. Under the canvas it
   * can be unfolded.
   */
  children: ReactNode;
}

/** At least so high is a picture of as many rows, in pixels: its rows and the lowest heads. */
const leastHeight = (rows: number) => 38 * rows + 112;

/** A picture of any size: the server's page of it first, then a canvas in the same place. */
export function LargeHeatmap(props: LargeHeatmapProps) {
  const { dataHref, metric, heldLevel, scales, label, hrefs, rows, open = null, margins = false, take, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const mounted = useRef<MountedCanvas | null>(null);
  /** Where what had the focus led, until the canvas has taken it over. */
  const held = useRef<string | null>(null);
  const [fetched, setFetched] = useState<{ picture: Picture; mountCanvas: typeof import('./mount-canvas.ts').mountCanvas } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [missed, setMissed] = useState(false);
  const missedId = useId();

  useEffect(() => {
    const stop = new AbortController();
    // Small pictures never need what draws large ones: it comes with the figures.
    Promise.all([fetchPicture(dataHref, stop.signal), import('./mount-canvas.ts')]).then(
      ([picture, { mountCanvas }]) => {
        if (stop.signal.aborted) return;
        // What has the focus in the server's page is about to go; its address names the row and the column.
        const active = document.activeElement;
        if (active && frame.current?.contains(active) && !mounted.current) held.current = active.getAttribute('href') ?? '';
        setFetched({ picture: take ? take(picture) : picture, mountCanvas });
        setProblem(null);
      },
      () => {
        if (stop.signal.aborted) return;
        setFetched(null);
        setProblem('The whole picture could not be fetched. This page of it stays; load the page again to try once more.');
      },
    );
    return () => stop.abort();
  }, [dataHref, take]);

  useEffect(() => {
    if (fetched === null) {
      mounted.current?.destroy();
      mounted.current = null;
      return;
    }
    const { picture, mountCanvas } = fetched;
    if (picture.rows.length === 0 || picture.columns.length === 0) return;
    const source = { picture, metric, heldLevel, scales, label, hrefs };
    if (mounted.current) mounted.current.show(source);
    else {
      mounted.current = mountCanvas(frame.current!, source, {
        hasMargins: margins,
        say: (sentence) => {
          said.current!.textContent = sentence;
        },
      });
      if (held.current !== null) mounted.current.focus(placeIn(picture, held.current));
      held.current = null;
    }
  }, [fetched, metric, heldLevel, scales, label, hrefs, margins]);

  // By itself: what is opened changes nothing of the picture, and the cell that it was opened from stays the same element.
  useEffect(() => {
    if (fetched === null) return;
    const { row, column } = placeOf(fetched.picture, open);
    mounted.current?.mark(column < 0 ? null : { row, column });
  }, [fetched, open]);

  useEffect(
    () => () => {
      mounted.current?.destroy();
      mounted.current = null;
    },
    [],
  );

  const jump = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissed(mounted.current?.jump(String(new FormData(event.currentTarget).get('row') ?? '')) === false);
  };
  return (
    <div className="heatmap-large">
      <form onSubmit={jump} className={`heatmap-jump${fetched === null ? ' invisible' : ''}`}>
        <label>
          Jump to row <input name="row" type="search" autoComplete="off" aria-describedby={missedId} />
        </label>{' '}
        <button type="submit">Jump</button>
        <span id={missedId} role="status">
          {missed ? 'No row starts so.' : ''}
        </span>
      </form>
      <div className="heatmap-frame">
        <svg width="1" height={leastHeight(rows)} aria-hidden="true" />
        <div ref={frame} className="heatmap-view">
          {fetched === null && children}
        </div>
      </div>
      <p ref={said} className="heatmap-said" aria-hidden="true" />
      <p role="status">{problem}</p>
      {fetched !== null && (
        <details className="heatmap-paged">
          <summary>Show the same figures as a table, a page at a time</summary>
          {children}
        </details>
      )}
    </div>
  );
}

/** The place of what is open; a row of -1 is the heads, a column of -1 nothing. */
function placeOf({ rows, columns }: Picture, open: LargeHeatmapProps['open']): { row: number; column: number } {
  const column = columns.findIndex(({ id }) => id === open?.columnId);
  const row = rows.findIndex(({ id }) => id === open?.rowId);
  return { row, column: open?.rowId && row < 0 ? -1 : column };
}

/** The cell, row or column that an address is about; the first cell where it is about none. */
function placeIn({ rows, columns }: Picture, address: string): { row: number; column: number } {
  const [row, column] = [rows, columns].map((all) => all.findIndex(({ id }) => address.includes(id))) as [number, number];
  return row + column === -2 ? { row: 0, column: 0 } : { row, column };
}
