/** The name of the product and its mark, a small map of cells. Stands left in every bar. */
export function ProductMark() {
  return (
    <a
      href="/"
      className="-mx-1 inline-flex min-h-target items-center gap-close px-1 text-heading-s font-heading text-ink no-underline hover:underline focus-visible:bg-focus"
    >
      <svg viewBox="0 0 30 30" aria-hidden="true" className="size-7 shrink-0 fill-current">
        <path d="M1 1h8v8H1zM11 1h8v8h-8zM1 11h8v8H1zM21 11h8v8h-8zM11 21h8v8h-8zM21 21h8v8h-8z" />
        <path d="M22 2h6v6h-6zM12 12h6v6h-6zM2 22h6v6H2z" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      Capability Map
    </a>
  );
}
