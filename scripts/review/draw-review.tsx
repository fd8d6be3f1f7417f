import { renderToStaticMarkup } from 'react-dom/server';
import { sampleScales } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { samplePeople, samplePictures } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { Heatmap } from '#app/charts/heatmap/heatmap.tsx';
import { SmallMultiples } from '#app/charts/heatmap/multiples/small-multiples.tsx';
import { tellFigure } from '#app/charts/heatmap/told/tell-figure.ts';
import { Legend } from '#app/charts/legend.tsx';

/** One picture of the review, as the page of the product draws it. */
export interface ReviewPicture {
  name: string;
  /** Escaped HTML. */
  body: string;
}

const heldLevel = 3;
const here = () => '#';
const hrefs = { cellHref: here, rowHref: here, groupHref: here, columnHref: here };

/** Every stored picture by every metric, each with its key, and the small pictures of teams. */
export function drawReview(): ReviewPicture[] {
  const pictures = samplePictures.flatMap(([view, picture, metrics]) =>
    metrics.map((metric) => {
      const name = `${view} by ${metric}`;
      const tell = { metrics: [metric], scales: sampleScales };
      const drawn = (
        <>
          <Heatmap id={name.replaceAll(' ', '-')} told={tellFigure(picture, tell)} metric={metric} heldLevel={heldLevel} label={name} hrefs={hrefs} emptySentence="" />
          <Legend picture={{ ...picture, kind: picture.cells.kind }} metric={metric} scales={sampleScales} />
        </>
      );
      return { name, body: renderToStaticMarkup(drawn) };
    }),
  );
  const small = <SmallMultiples picture={samplePeople} metric="gap" heldLevel={heldLevel} groupHref={here} />;
  return [...pictures, { name: 'one picture a team', body: renderToStaticMarkup(small) }];
}
