import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';

/** What a form of the heatmap does not ask for and has to keep: the rest of the address, as hidden fields. */
export function KeptFields({ state, without }: { state: PictureState; without: readonly string[] }) {
  const kept = [...writePictureState({ ...state, open: null, from: 0 })].filter(([name]) => !without.includes(name));
  return kept.map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />);
}
