/** The first stop of the keyboard: past the bar, to what the page is about. Out of sight until it has the focus. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:block focus:bg-focus focus:px-gutter focus:py-close focus:text-ink focus:underline focus:outline-3 focus:outline-transparent print:hidden"
    >
      Skip to main content
    </a>
  );
}
