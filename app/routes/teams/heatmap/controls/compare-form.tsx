import { Form, Link } from '@remix-run/react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { KeptFields } from './kept-fields.tsx';
import { pictureAddress } from '#app/routes/teams/heatmap/picture-address.ts';
import { Unfolding } from './unfolding.tsx';

interface CompareFormProps {
  teamId: string;
  state: PictureState;
  /** The day of the picture, an ISO date. */
  asOf: string;
  rounds: readonly { id: string; name: string; on: string }[];
  /** What is wrong with the earlier day that was asked for. */
  problem: string | null;
}

const plainLink = 'inline-flex min-h-9 items-center text-link underline underline-offset-4 hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink';

/** Sets an earlier day, or the day of a round, beside this one. */
export function CompareForm({ teamId, state, asOf, rounds, problem }: CompareFormProps) {
  const earlier = rounds.filter(({ on }) => on < asOf);
  const said = state.before === null || problem !== null ? 'Compare with' : `Compared with ${formatDate(state.before)}`;
  return (
    <Unfolding summary={said} isUsed={state.before !== null}>
      {earlier.length > 0 && (
        <>
          <p className="font-strong">The end of a round</p>
          <ul className="mb-close flex flex-wrap gap-x-snug">
            {earlier.map(({ id, name, on }) => (
              <li key={id}>
                <Link to={pictureAddress(teamId, state, { before: on, metric: null })} preventScrollReset className={plainLink} aria-current={on === state.before ? 'true' : undefined}>
                  {name}, {formatDate(on)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form key={state.before} method="get" preventScrollReset className="flex flex-wrap items-center gap-close">
        <KeptFields state={state} without={['before', 'metric']} />
        <label htmlFor="compare-before">{earlier.length > 0 ? 'or a day' : 'An earlier day'}</label>
        <input type="date" id="compare-before" name="before" required max={asOf} defaultValue={state.before ?? ''} className="min-h-9 border border-edge bg-paper px-close" />
        <button type="submit" className="min-h-9 cursor-pointer border border-ink px-snug font-strong hover:bg-panel focus-visible:bg-focus">
          Compare
        </button>
      </Form>
    </Unfolding>
  );
}
