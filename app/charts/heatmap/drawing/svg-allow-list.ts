const shared = ['class', 'id', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'transform', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

/** The elements that a picture may hold in a file, and the attributes of each. Nothing here runs, loads or leads anywhere. */
export const svgAllowList: Readonly<Record<string, readonly string[]>> = {
  svg: [...shared, 'xmlns', 'width', 'height', 'viewBox', 'role'],
  g: shared,
  rect: [...shared, 'x', 'y', 'width', 'height'],
  path: [...shared, 'd'],
  text: [...shared, 'x', 'y'],
  tspan: [...shared, 'x', 'y'],
  title: [],
  desc: [],
  defs: [],
  pattern: [...shared, 'x', 'y', 'width', 'height', 'patternUnits'],
  use: [...shared, 'href', 'x', 'y'],
};
