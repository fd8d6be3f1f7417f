import { Tag } from '#app/ui/tag.tsx';

const words = { planned: 'Planned', open: 'Open', closed: 'Closed' } as const;

/** How far a round is, in a word. */
export function StateTag({ state }: { state: keyof typeof words }) {
  return <Tag tone={state === 'open' ? 'good' : 'neutral'}>{words[state]}</Tag>;
}
