import { type ReactNode, useCallback, useRef } from 'react';
import type { HeatmapSource } from './heatmap-source.ts';
import { JumpForm } from './jump-form.tsx';
import type { OpenPlace } from './place-of.ts';
import { useCanvas } from './use-canvas.ts';
import { useTold } from './use-told.ts';

interface LargeHeatmapProps extends Omit<HeatmapSource, 'told'> {
  /** Where the whole picture is told, as JSON with an ETag. */
  dataHref: string;
  /** How many rows the whole picture has: the frame is as high as it will be. */
  rows: number;
  /** What opens `children` under the canvas. */
  summary: string;
  /** What is said where the picture does not arrive. */
  problem: string;
  /** What lies open beside the picture. */
  open?: OpenPlace | null;
  /**
   * What the server draws in the frame: a page of the table, which stays where no script runs or the picture does not arrive. Under the canvas it
   * can be unfolded.
   */
  children: ReactNode;
}

/** At least so high is a picture of as many rows, in pixels: its rows and the lowest heads. */
const leastHeight = (rows: number) => 38 * rows + 112;

/** A picture of any size: the server's page of it first, then a canvas in the same place. */
export function LargeHeatmap({ dataHref, rows, summary, problem, open = null, children, ...source }: LargeHeatmapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const fetched = useTold(frame, dataHref);
  const { told } = fetched;
  const say = useCallback((sentence: string) => void (said.current!.textContent = sentence), []);
  const mounted = useCanvas(frame, { ...source, fetched, open, say });
  return (
    <div className="heatmap-large">
      <JumpForm isHidden={!told} jump={(typed) => mounted.current?.jump(typed)} />
      <div className="heatmap-frame">
        <svg width="1" height={leastHeight(rows)} aria-hidden="true" />
        <div ref={frame} className="heatmap-view">
          {!told && children}
        </div>
      </div>
      <p ref={said} className="heatmap-said" aria-hidden="true" />
      <p role="status">{told === null && problem}</p>
      {told && (
        <details className="heatmap-paged">
          <summary>{summary}</summary>
          {children}
        </details>
      )}
    </div>
  );
}
