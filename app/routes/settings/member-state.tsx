import { Tag } from '#app/ui/tag.tsx';

const words = { active: 'Active', suspended: 'Suspended', left: 'Has left' };

/** Whether a user can come in, in a word. */
export function MemberState({ state }: { state: keyof typeof words }) {
  return <Tag tone={state === 'active' ? 'good' : 'neutral'}>{words[state]}</Tag>;
}
