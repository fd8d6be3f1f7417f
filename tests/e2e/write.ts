import type { Action } from '#app/domain/access/action.ts';
import type { Subject } from './subjects.ts';

type Body = URLSearchParams | FormData | object;

/** One thing that an address takes, with a body that is valid at the moment of sending. */
export interface Write {
  /** What it asks permission for. */
  needs: Action;
  /** Where the thing that is written to is named: in the address, or by a team in the body. */
  named: 'in the address' | 'by the body';
  body(subject: Subject): Promise<Body> | Body;
}
