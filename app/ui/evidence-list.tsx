import type { ReactNode } from 'react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { evidenceParts, type EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';

interface EvidenceListProps {
  pieces: readonly EvidencePiece[];
  /** What a screen reader hears the list called, such as "Evidence for Testing". */
  label: string;
  /** Said in place of the list when there is none. */
  empty?: ReactNode;
  /** A link to where its author changes a piece; left out, the list is for reading alone. */
  changeOf?: (piece: EvidencePiece) => ReactNode;
}

const partNames = { situation: 'Situation', task: 'Task', action: 'Action', result: 'Result' };

/** Pieces of evidence, one under the other: what was written, where it can be looked at, when it happened and who wrote it. */
export function EvidenceList({ pieces, label, empty, changeOf }: EvidenceListProps) {
  if (pieces.length === 0) return empty === undefined ? null : <p className="mb-step text-muted">{empty}</p>;
  return (
    <ul aria-label={label} className="mb-step grid gap-step">
      {pieces.map((piece) => (
        <li key={piece.id} className="max-w-prose border-l-4 border-line pl-step break-words">
          {piece.summary !== null && <p className="whitespace-pre-wrap">{piece.summary}</p>}
          {piece.summary === null && (
            <dl className="grid gap-close">
              {evidenceParts
                .filter((part) => piece[part] !== null)
                .map((part) => (
                  <div key={part}>
                    <dt className="text-dense font-strong">{partNames[part]}</dt>
                    <dd className="whitespace-pre-wrap">{piece[part]}</dd>
                  </div>
                ))}
            </dl>
          )}
          {piece.links.length > 0 && (
            <ul aria-label="Links" className="mt-close text-dense">
              {piece.links.map((link) => (
                <li key={link} className="break-all">
                  {/* Somebody else's address: it learns nothing of this page, and gains nothing from it. */}
                  <a href={link} rel="noopener noreferrer nofollow">
                    {link}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p className="mt-close text-dense text-muted">{whence(piece)}</p>
          {piece.mayChange && changeOf && <p className="text-dense">{changeOf(piece)}</p>}
        </li>
      ))}
    </ul>
  );
}

function whence({ happenedOn, happenedUntil, authorName, isOwn, addedOn, changedOn }: EvidencePiece): string {
  const days = happenedOn === null ? '' : `${formatDate(happenedOn)}${happenedUntil && happenedUntil !== happenedOn ? ` to ${formatDate(happenedUntil)}` : ''}. `;
  const changed = changedOn === null ? '' : `, changed ${formatDate(changedOn)}`;
  return `${days}Written by ${authorName}${isOwn ? ', the person themself' : ''}, added ${formatDate(addedOn)}${changed}.`;
}
