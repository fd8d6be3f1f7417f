import { Details } from '#app/ui/details.tsx';
import type { PresentedPreview } from './presented-release.ts';

/** What the reading of the documents came across; nothing of it stops the release. */
export function ReleaseNotices({ notices }: { notices: PresentedPreview['notices'] }) {
  if (notices.length === 0) return null;
  return (
    <section id="notices" className="mt-part">
      <h2 className="mb-snug text-heading-m font-heading">What was noticed</h2>
      {notices.map(({ kind, heading, shown, count }) => (
        <Details key={kind} summary={`${heading}: ${count}`}>
          <ul className="grid gap-close text-dense">
            {shown.map(({ file, row, message }) => (
              <li key={`${file} ${row} ${message}`} className="min-w-0 break-words">
                {message} {!message.includes(file) && <span className="text-muted">{row === null ? file : `${file}, ${row}`}</span>}
              </li>
            ))}
          </ul>
          {count > shown.length && <p className="mt-close text-muted">And {count - shown.length} more.</p>}
        </Details>
      ))}
    </section>
  );
}
