import { Link, useLocation, useNavigate, useNavigation } from '@remix-run/react';
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { formatDate } from '#app/domain/assessment/format-date.ts';

/** A day that the picture can be seen on. */
export interface TimeStop {
  /** ISO date. */
  on: string;
  /** The name of the round that closed on it, or "Today". */
  name: string;
  /** The address of the same picture on that day. */
  to: string;
}

interface TimeScrubberProps {
  /** Oldest first; today is the last. */
  stops: readonly TimeStop[];
  /** ISO date: the day shown now. */
  asOf: string;
}

/** How long a day stands while it plays: long enough to be read. */
const playMilliseconds = 2_000;

/**
 * The days of the rounds and today, to go to one after the other. Links without JavaScript; with it a slider with named stops, and
 * playing from the day shown up to today. Whoever asks for less motion steps by hand.
 */
export function TimeScrubber({ stops, asOf }: TimeScrubberProps) {
  const runs = useRunning();
  if (stops.length < 2) return null;
  const at = stops.findIndex(({ on }) => on === asOf);
  return (
    <nav aria-label="Over time" className="min-h-9 text-dense max-sm:my-close max-sm:min-h-20 print:hidden">
      {runs ? <Slider stops={stops} at={at} asOf={asOf} /> : <Stops stops={stops} at={at} />}
    </nav>
  );
}

function Stops({ stops, at }: { stops: readonly TimeStop[]; at: number }) {
  return (
    <ol className="flex gap-x-snug overflow-x-auto whitespace-nowrap">
      {stops.map(({ on, name, to }, place) => (
        <li key={to}>
          <Link to={to} preventScrollReset aria-current={place === at ? 'date' : undefined} className={`inline-flex min-h-9 items-center underline underline-offset-4 focus-visible:bg-focus focus-visible:text-ink ${place === at ? 'font-strong text-ink' : 'text-link hover:text-link-hover'}`}>
            {wordsOf({ on, name, to })}
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Slider({ stops, at, asOf }: { stops: readonly TimeStop[]; at: number; asOf: string }) {
  const id = useId();
  const last = stops.length - 1;
  // A day that is no stop stands where the last stop before it does.
  const shown = at >= 0 ? at : Math.max(0, stops.findLastIndex(({ on }) => on < asOf));
  const { wanted, go, isMoving } = useStep(stops, shown);
  const [isPlaying, setPlaying] = usePlaying({ at: wanted, last, isMoving, go });
  const stillness = useStillness();
  const words = wordsOf(stops[wanted]!);
  // At either end a button stays where the keyboard is, and leads nowhere.
  const step = (to: number) => {
    setPlaying(false);
    if (to >= 0 && to <= last) go(to);
  };
  const toggle = () => {
    if (!isPlaying && wanted === last) go(0);
    setPlaying(!isPlaying);
  };
  const button = 'min-h-9 cursor-pointer border border-edge bg-paper px-snug text-ink hover:bg-panel focus-visible:bg-focus aria-disabled:cursor-not-allowed aria-disabled:text-muted';
  return (
    <div className="flex flex-wrap items-center gap-close">
      <label htmlFor={id} className="font-strong">
        Day
      </label>
      {stillness ? (
        <>
          <button type="button" className={button} aria-disabled={wanted === 0} onClick={() => step(wanted - 1)}>
            Earlier
          </button>
          <button type="button" className={button} aria-disabled={wanted === last} onClick={() => step(wanted + 1)}>
            Later
          </button>
        </>
      ) : (
        <button type="button" className={button} onClick={toggle}>
          {isPlaying ? 'Pause' : 'Play'}
        </button>
      )}
      <input id={id} type="range" min={0} max={last} step={1} value={wanted} aria-valuetext={words} list={`${id}-stops`} className="h-9 w-48 max-w-full accent-action focus-visible:outline-3 focus-visible:outline-focus" onChange={(event) => step(Number(event.currentTarget.value))} />
      <datalist id={`${id}-stops`}>
        {stops.map((stop, place) => (
          <option key={stop.to} value={place}>
            {stop.name}
          </option>
        ))}
      </datalist>
      <span className="grid min-w-0">
        <output htmlFor={id} aria-live="polite" className="col-start-1 row-start-1">
          {at < 0 && wanted === shown ? formatDate(asOf) : words}
        </output>
        {/* Room for the longest, so that nothing moves under the pointer while it plays. */}
        {stops.map((stop) => (
          <span key={stop.to} aria-hidden="true" className="invisible col-start-1 row-start-1 h-0 overflow-hidden">
            {wordsOf(stop)}
          </span>
        ))}
      </span>
    </div>
  );
}

function wordsOf({ name, on }: TimeStop): string {
  return `${name}, ${formatDate(on)}`;
}

/** The stop asked for, which the page shows once it is there. Moves on by navigation: nothing scrolls and nothing loses its focus. */
function useStep(stops: readonly TimeStop[], shown: number) {
  const navigate = useNavigate();
  const { state } = useNavigation();
  const { key } = useLocation();
  const [asked, setAsked] = useState<{ to: number; from: string } | null>(null);
  // What was asked for counts until the page that it was asked on is left.
  const wanted = asked?.from === key ? asked.to : shown;
  const go = (to: number, { replace = false } = {}) => {
    setAsked({ to, from: key });
    void navigate(stops[to]!.to, { preventScrollReset: true, replace });
  };
  return { wanted, go, isMoving: state !== 'idle' };
}

/** Plays on once the day shown has stood for a while, and ends at the last one. One step back leads to where playing began. */
function usePlaying({ at, last, isMoving, go }: { at: number; last: number; isMoving: boolean; go: (to: number, options: { replace: boolean }) => void }) {
  const [isPlaying, setPlaying] = useState(false);
  const next = useRef(go);
  useEffect(() => {
    next.current = go;
  });
  useEffect(() => {
    if (!isPlaying || isMoving) return undefined;
    const timer = setTimeout(() => {
      if (at + 1 >= last) setPlaying(false);
      if (at < last) next.current(at + 1, { replace: true });
    }, playMilliseconds);
    return () => clearTimeout(timer);
  }, [isPlaying, isMoving, at, last]);
  return [isPlaying, setPlaying] as const;
}

/** Whether the reader asks for less motion. */
function useStillness(): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    const query = window.matchMedia('(prefers-reduced-motion: reduce)');
    const read = () => setStill(query.matches);
    read();
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }, []);
  return still;
}

/** Whether scripts run: false in what the server sends, so that its links work without any. */
function useRunning(): boolean {
  return useSyncExternalStore(neverChanges, () => true, () => false);
}

const neverChanges = () => () => {};
