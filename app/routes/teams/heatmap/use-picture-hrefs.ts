import { useMemo } from 'react';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import { pictureHrefs, type PictureHrefs } from './picture-hrefs.ts';

interface Linked {
  teamId: string;
  /** The address of the picture with nothing open: what is open does not change where the cells lead, nor draw them anew. */
  here: string;
  view: PictureView;
  mayOpen: boolean;
  rounds: readonly { id: string; on: string }[];
}

/** Where the parts of the picture at an address lead: the same object for as long as the address is the same. */
export function usePictureHrefs({ teamId, here, view, mayOpen, rounds }: Linked): PictureHrefs {
  return useMemo(() => {
    const state = parsePictureState(new URL(here, 'http://here').searchParams);
    return pictureHrefs({ teamId, state, view, mayOpen, rounds, tableId: 'picture-table' });
  }, [teamId, here, view, mayOpen, rounds]);
}
