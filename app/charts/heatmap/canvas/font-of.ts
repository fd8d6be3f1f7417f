/** The typeface of the pictures, as a canvas takes it; `size` in pixels. */
export function fontOf(size: number, isBold = false): string {
  return `${isBold ? '700 ' : ''}${size}px "Source Sans 3","Source Sans Pro","Segoe UI",Arial,sans-serif`;
}
