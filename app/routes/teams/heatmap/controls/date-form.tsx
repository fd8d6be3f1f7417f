import { Form, Link } from '@remix-run/react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { KeptFields } from './kept-fields.tsx';
import { pictureAddress } from '#app/routes/teams/heatmap/picture-address.ts';
import { Unfolding } from './unfolding.tsx';

interface DateFormProps {
  teamId: string;
  state: PictureState;
  /** ISO dates. */
  asOf: string;
  today: string;
}

/** Asks for the same picture as of another day. */
export function DateForm({ teamId, state, asOf, today }: DateFormProps) {
  return (
    <Unfolding summary={asOf === today ? 'Look at another date' : `As at ${formatDate(asOf)}`} isUsed={asOf !== today}>
      <Form key={asOf} method="get" preventScrollReset className="flex flex-wrap items-center gap-close">
        <KeptFields state={state} without={['asOf']} />
        <label htmlFor="picture-as-of">As at</label>
        <input type="date" id="picture-as-of" name="asOf" max={today} defaultValue={asOf} className="min-h-9 border border-edge bg-paper px-close" />
        <button type="submit" className="min-h-9 cursor-pointer border border-ink px-snug font-strong hover:bg-panel focus-visible:bg-focus">
          Show
        </button>
        {asOf !== today && (
          <Link to={pictureAddress(teamId, state, { asOf: null })} preventScrollReset className="text-link underline underline-offset-4 focus-visible:bg-focus focus-visible:text-ink">
            Show today
          </Link>
        )}
      </Form>
    </Unfolding>
  );
}
