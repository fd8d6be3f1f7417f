import type { ReactNode } from 'react';

interface NoticeProps {
  /** `done` after something was saved; `information` for what the reader should know before going on. */
  kind?: 'done' | 'information';
  children: ReactNode;
}

/** Says what has just happened, or what holds on this page. */
export function Notice({ kind = 'done', children }: NoticeProps) {
  const isDone = kind === 'done';
  return (
    <div
      role={isDone ? 'status' : undefined}
      className={`mb-step max-w-prose border-l-8 px-gutter py-snug ${isDone ? 'border-success bg-success-panel' : 'border-action bg-panel'}`}
    >
      {isDone && (
        <svg viewBox="0 0 20 20" aria-hidden="true" className="mr-close inline-block size-5 fill-none stroke-current align-[-0.2em]">
          <path d="M3 10.5l5 5L17 5" strokeWidth="3" />
        </svg>
      )}
      {children}
    </div>
  );
}
