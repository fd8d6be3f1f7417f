interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is seen of the picture: how far it is scrolled, and the size of the frame. In pixels. */
export interface View {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where both edges cannot be in sight, the beginning is. */
function along(start: number, length: number, from: number, room: number): number {
  if (start < from) return start;
  return start + length > from + room ? Math.min(start, start + length - room) : from;
}

/**
 * How far the frame has to be scrolled so that the box of a cell is fully in sight beside the heads and labels, which stay in place and
 * cover `covered` pixels at the top and at the left; the least that does it. The box is measured from the first cell's corner.
 */
export function scrollToShow(box: Box, view: View, covered: { left: number; top: number }): { left: number; top: number } {
  return {
    left: along(box.x, box.width, view.left, view.width - covered.left),
    top: along(box.y, box.height, view.top, view.height - covered.top),
  };
}
