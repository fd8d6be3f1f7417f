import type { PictureWords } from '#app/domain/capability/picture/words/describe-picture.ts';

/** What the picture shows, of which day, what it counts and leaves out, and in what order: the same words as in every file of it. */
export function PictureCaption({ title, words }: { title: string; words: PictureWords }) {
  const { days, frameworkVersion, counted, leftOut, hidden, order, filter } = words;
  return (
    <div className="mb-hair text-dense">
      <h2 className="inline font-heading">{title}.</h2>{' '}
      <p className="inline">
        {days}. {frameworkVersion}. {counted}
        {leftOut === null ? '; none left out.' : <>; not counted: <strong className="font-strong">{leftOut}</strong>.</>}
        {filter !== null && <> {filter}.</>}
        {hidden !== null && <strong className="font-strong"> {hidden}.</strong>} <span className="text-muted">Order: {order}.</span>
      </p>
    </div>
  );
}
