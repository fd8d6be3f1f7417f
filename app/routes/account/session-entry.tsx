import { Button } from '#app/ui/button.tsx';
import { Tag } from '#app/ui/tag.tsx';

interface SessionEntryProps {
  session: {
    publicId: string;
    device: string;
    source: string;
    signedIn: string;
    lastSeen: string;
    method: 'password' | 'passkey' | 'single-sign-on';
    hasSecondFactor: boolean;
    awaitsSecondFactor: boolean;
    isThis: boolean;
  };
}

const methods = { password: 'Password', passkey: 'Passkey', 'single-sign-on': 'Single sign-on' };

function how({ method, hasSecondFactor, awaitsSecondFactor }: SessionEntryProps['session']): string {
  if (awaitsSecondFactor) return `${methods[method]}; the second factor has not been shown yet, so this opens nothing`;
  return hasSecondFactor ? `${methods[method]}, with a second factor` : methods[method];
}

/** One session of one's own: where it is, since when and how, and the button that ends it. */
export function SessionEntry({ session }: SessionEntryProps) {
  const { publicId, device, source, signedIn, lastSeen, isThis } = session;
  const facts = [
    ['Network address', source === '' ? 'Not known' : source],
    ['Signed in', signedIn],
    ['Last seen', lastSeen],
    ['How', how(session)],
  ];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-close border-b border-line py-snug sm:flex-nowrap">
      <div className="min-w-0">
        <h2 className="mb-hair flex flex-wrap items-center gap-x-close text-heading-s font-heading break-words">
          {device} {isThis && <Tag tone="good">This one</Tag>}
        </h2>
        <dl className="text-dense">
          {facts.map(([term, detail]) => (
            <div key={term} className="flex gap-x-close">
              <dt className="shrink-0 text-muted">{term}:</dt>
              <dd className="min-w-0 wrap-anywhere">{detail}</dd>
            </div>
          ))}
        </dl>
      </div>
      <form method="post" className="shrink-0" action={isThis ? '/sign-out' : undefined}>
        {!isThis && <input type="hidden" name="end" value={publicId} />}
        <Button look="secondary">{isThis ? 'Sign out' : <>End<span className="sr-only"> the session of {device}</span></>}</Button>
      </form>
    </li>
  );
}
