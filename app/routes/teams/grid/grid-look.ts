/** How the grid looks. Said once at the table: the same at every cell would be half of the page. */
export const gridLook = [
  'border-separate border-spacing-0 text-note',
  '[&_th]:border-b [&_th]:border-r [&_th]:border-line [&_th]:bg-paper [&_th]:p-close [&_th]:font-strong',
  '[&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_thead_th]:w-28 [&_thead_th]:min-w-28 [&_thead_th]:max-w-28 [&_thead_th]:hyphens-auto [&_thead_th]:break-words [&_thead_th]:align-bottom',
  '[&_th:first-child]:sticky [&_th:first-child]:left-0 [&_th:first-child]:z-10 [&_th:first-child]:w-56 [&_th:first-child]:min-w-56 [&_th:first-child]:max-w-56 [&_th:first-child]:break-words [&_th:first-child]:align-top',
  'max-sm:[&_th:first-child]:w-28 max-sm:[&_th:first-child]:min-w-28 max-sm:[&_th:first-child]:max-w-28',
  '[&_thead_th:first-child]:z-20 [&_thead_th:first-child]:align-bottom',
  '[&_td]:w-28 [&_td]:min-w-28 [&_td]:border-b [&_td]:border-r [&_td]:border-line [&_td]:p-1 [&_td]:align-top [&_td]:tabular-nums',
  '[&_td[data-unasked]]:bg-panel [&_td[aria-selected]]:outline-2 [&_td[aria-selected]]:-outline-offset-2 [&_td[aria-selected]]:outline-dashed [&_td[aria-selected]]:outline-action',
  '[&_td[data-state=held]]:border-2 [&_td[data-state=held]]:border-danger [&_td[data-state=held]]:font-strong [&_td[data-state=held]]:text-danger',
  '[&_td[data-state=waiting]]:border-dashed [&_td[data-state=waiting]]:border-ink',
  '[&_td[data-state=saved]]:text-success',
  '[&_input]:h-9 [&_input]:w-9 [&_input]:shrink-0 [&_input]:border-2 [&_input]:border-edge [&_input]:bg-paper [&_input]:text-center [&_input]:text-body [&_input]:font-strong [&_input]:text-ink',
  '[&_input:read-only]:border-line [&_input:read-only]:bg-panel',
].join(' ');
