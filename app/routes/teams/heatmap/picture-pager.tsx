import { Link } from '@remix-run/react';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { pictureAddress } from './picture-address.ts';

interface PicturePagerProps {
  /** What it is called: two on a page are told apart by it. */
  label: string;
  teamId: string;
  state: PictureState;
  /** The first row shown, from 0, how many are shown, and how many there are. */
  from: number;
  shown: number;
  total: number;
  /** Rows a page. */
  size: number;
}

const link = 'inline-flex min-h-9 items-center text-link underline underline-offset-4 hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink';
const number = (value: number) => value.toLocaleString('en-GB');

/** The way through a table of many rows, a page at a time. */
export function PicturePager({ label, teamId, state, from, shown, total, size }: PicturePagerProps) {
  if (total <= size) return null;
  return (
    <nav aria-label={label} className="my-close flex flex-wrap items-center gap-x-step text-dense print:hidden">
      {from > 0 && (
        <Link to={pictureAddress(teamId, state, { from: Math.max(0, from - size) })} preventScrollReset className={link} rel="prev">
          Previous {number(size)} rows
        </Link>
      )}
      <span>
        Rows {number(from + 1)}-{number(from + shown)} of {number(total)}
      </span>
      {from + shown < total && (
        <Link to={pictureAddress(teamId, state, { from: from + size })} preventScrollReset className={link} rel="next">
          Next rows
        </Link>
      )}
    </nav>
  );
}
