import type { ReactNode } from 'react';
import { ink } from '#app/charts/colour.ts';

/**
 * A part of a picture, with the typeface of every picture as attributes, so that it looks the same where it is
 * referred to by its id and where there is no stylesheet.
 */
export function PictureText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <g
      id={id}
      className="heatmap-picture"
      fontFamily="'Source Sans 3','Source Sans Pro','Segoe UI',Arial,sans-serif"
      fill={ink}
    >
      {children}
    </g>
  );
}
