import type { FrameworkFind } from '#app/services/framework/search-framework.server.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { frameworkLink } from './framework-link.ts';
import { OfficialSource } from './official-source.tsx';

/** Roles and skills that hold what was searched for, with the passages that hold it. */
export function FrameworkFinds({ finds }: { finds: readonly FrameworkFind[] }) {
  const isOfficial = finds.some(({ kind, passages }) => kind === 'gdad' && passages.length > 0);
  return (
    <>
      <ol className="grid gap-step">
        {finds.map(({ part, key, name, passages, ...place }) => (
          <li key={`${place.frameworkKey} ${part} ${key}`} className="max-w-prose border-t border-line pt-snug">
            <p className="mb-close font-strong">
              <TextLink to={frameworkLink(place, part === 'skill' ? 'skills' : 'roles', key)}>{name}</TextLink> <span className="font-regular text-muted">{part}</span>
            </p>
            <ul className="grid gap-hair text-dense">
              {passages.map(({ ordinal, levelName, pieces }, index) => (
                <li key={index} className="min-w-0 break-words">
                  {levelName !== null && <span className="text-muted">{ordinal === null ? levelName : `${ordinal} ${levelName}`}: </span>}
                  {pieces.map((piece, at) => (piece.found ? <mark key={at}>{piece.text}</mark> : piece.text))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {isOfficial && (
        <div className="mt-step">
          <OfficialSource kind="gdad" />
        </div>
      )}
    </>
  );
}
