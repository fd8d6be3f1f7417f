import { errorWords } from './error-words.ts';

interface ErrorPageProps {
  /** The HTTP status of the answer. */
  status: number;
  /** For how long to wait before trying again, where the answer says so. */
  retryAfterSeconds?: number | null;
}

/** What went wrong, in plain words, and the way on. Shows nothing of the error itself. */
export function ErrorPage({ status, retryAfterSeconds = null }: ErrorPageProps) {
  const { title, sentences } = errorWords(status, retryAfterSeconds);
  return (
    <div className="max-w-prose">
      <h1 className="mb-step text-heading-l font-heading">{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence} className="mb-4">
          {sentence}
        </p>
      ))}
      <p>
        {/* A whole page load, because what is on this page may be broken. */}
        <a href="/">Go to the start page</a>
      </p>
    </div>
  );
}
