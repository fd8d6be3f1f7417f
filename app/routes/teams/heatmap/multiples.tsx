import type { ReactNode } from 'react';
import { SmallMultiples } from '#app/charts/heatmap/multiples/small-multiples.tsx';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { pictureAddress } from './picture-address.ts';

interface MultiplesProps {
  teamId: string;
  /** What the address asks for. */
  state: PictureState;
  /** The people of the service by team. */
  picture: Picture;
  metric: PictureMetric;
  heldLevel: number;
  caption: ReactNode;
}

/** One small picture a team, in place of one large one, with the way to the same figures in one table. */
export function Multiples({ teamId, state, picture, metric, heldLevel, caption }: MultiplesProps) {
  const whole = pictureAddress(teamId, state, { view: 'people', multiples: false });
  return (
    <section className="heatmap-multiples" aria-label="One picture a team">
      {caption}
      <SmallMultiples picture={picture} metric={metric} heldLevel={heldLevel} groupHref={(id) => pictureAddress(id, state, { view: 'people', multiples: false, filters: { ...state.filters, teams: [] } })} />
      <p className="my-step text-dense">
        <TextLink to={whole}>All of these people in one picture, with its table</TextLink>
      </p>
    </section>
  );
}
