import { svgAllowList } from './svg-allow-list.ts';

const token = /<([a-z]+)((?:\s+[A-Za-z-]+="[^"<>]*")*)\s*(\/?)>|<\/([a-z]+)>|([^<>]+)/y;
const attribute = /\s+([A-Za-z-]+)="([^"]*)"/g;
/** An entity that `escapeMarkup` writes; any other ampersand is a fault. */
const looseAmpersand = /&(?!(?:amp|lt|gt|quot|#39);)/;

/**
 * What is wrong with a drawing that is to be handed out as a file; null where it holds nothing but the elements and attributes of
 * `svgAllowList`, well nested, with each id once and every reference to a part of its own. Read by a grammar narrower than XML: no
 * comment, declaration, entity of its own, processing instruction, CDATA or prefix passes.
 */
export function svgFault(svg: string): string | null {
  const [open, ids, asked] = [[] as string[], new Set<string>(), [] as string[]];
  let isOver = false;
  for (token.lastIndex = 0; token.lastIndex < svg.length; ) {
    const start = token.lastIndex;
    const found = token.exec(svg);
    if (found === null) return `markup that a drawing does not use: ${svg.slice(start, start + 40)}`;
    const [, element, attributes = '', closed, closing, text] = found;
    if (isOver || (open.length === 0 && element !== 'svg')) return 'something outside of the drawing';
    if (text !== undefined && looseAmpersand.test(text)) return `an entity of its own: ${text.slice(0, 40)}`;
    if (closing !== undefined && open.pop() !== closing) return `</${closing}> where another element is open`;
    if (element !== undefined) {
      const fault = elementFault(element, attributes, ids, asked);
      if (fault !== null) return fault;
      if (closed === '') open.push(element);
    }
    isOver = open.length === 0;
  }
  if (!isOver) return 'an end before the drawing is closed';
  const missing = asked.find((id) => !ids.has(id));
  return missing === undefined ? null : `a reference to #${missing}, which is not there`;
}

function elementFault(element: string, attributes: string, ids: Set<string>, asked: string[]): string | null {
  const allowed = Object.hasOwn(svgAllowList, element) ? svgAllowList[element]! : null;
  if (allowed === null) return `the element ${element}`;
  const seen = new Set<string>();
  for (const [, name, value] of attributes.matchAll(attribute) as Iterable<[string, string, string]>) {
    if (!allowed.includes(name)) return `the attribute ${name} of ${element}`;
    if (seen.has(name)) return `the attribute ${name} twice`;
    seen.add(name);
    if (looseAmpersand.test(value)) return `an entity of its own in ${name}`;
    const reference = name === 'href' ? /^#([\w-]+)$/.exec(value)?.[1] : /^url\(#([\w-]+)\)$/.exec(value)?.[1];
    if (name === 'href' && reference === undefined) return `the address ${value}`;
    if (reference === undefined && /url|script|[:\\]/i.test(value) && name !== 'xmlns') return `the value ${value} of ${name}`;
    if (reference !== undefined) asked.push(reference);
    if (name === 'xmlns' && value !== 'http://www.w3.org/2000/svg') return `the namespace ${value}`;
    if (name === 'id') {
      if (ids.has(value)) return `the id ${value} twice`;
      ids.add(value);
    }
  }
  return null;
}
