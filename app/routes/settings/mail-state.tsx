import type { MailState as State } from '#app/services/organisation/outbox-mail.ts';
import { Tag } from '#app/ui/tag.tsx';
import { mailStateWords } from './mail-words.ts';

const tones = { waiting: 'neutral', sending: 'neutral', sent: 'good', failed: 'bad', unsure: 'bad' } as const;

/** How far a mail has come. */
export function MailState({ state }: { state: State }) {
  return <Tag tone={tones[state]}>{mailStateWords[state]}</Tag>;
}
