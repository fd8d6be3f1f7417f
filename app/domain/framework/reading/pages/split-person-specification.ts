import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import type { JobLine } from './read-job-lines.ts';

/** One area of a person specification: its criteria, essential and desirable. */
export interface SpecificationArea {
  name: string;
  line: number;
  essential: string[];
  desirable: string[];
}

const afterword = /^(?:how to apply|to apply|appl(?:y|ying|ication)|contact|further|salary|benefits|terms|closing|selection|recruitment|about|notes?\b|equal|diversity and inclusion$|security clearance|interview|additional information)/i;

/**
 * The areas under the heading "Person specification". Refuses, with the line: no such heading, no area under it, an area
 * without criteria or without an essential list, an area that stands twice. Headings after it that hold no criteria and
 * are no area by their words ("How to apply") end it.
 */
export function splitPersonSpecification(lines: readonly JobLine[], report: ImportReport): SpecificationArea[] {
  const start = lines.findIndex((line) => line.kind === 'heading' && /\bperson specification\b/i.test(line.text));
  const head = lines[start];
  if (head === undefined) {
    report.refuse(null, null, 'No heading "Person specification" was found: the areas, with their essential and desirable criteria, are read from under it.');
    return [];
  }
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.kind === 'heading' && line.depth <= head.depth);
  const inside = end === -1 ? rest : rest.slice(0, end);
  const depth = inside.find((line) => line.kind === 'heading')?.depth;
  const heads = inside.flatMap((line, at) => (line.kind === 'heading' && line.depth === depth ? [at] : []));
  const orphan = inside.slice(0, heads[0] ?? inside.length).find((line) => line.kind === 'essential' || line.kind === 'desirable');
  if (orphan !== undefined) report.refuse(orphan.line, null, `The ${orphan.kind} criteria on line ${orphan.line} stand under no area.`);
  const areas: SpecificationArea[] = [];
  heads.forEach((at, index) => {
    const title = inside[at];
    const body = inside.slice(at + 1, heads[index + 1] ?? inside.length);
    if (title === undefined) return;
    const marked = body.some((line) => line.kind === 'essential' || line.kind === 'desirable');
    if (!marked && afterword.test(title.text)) return;
    const area = readArea(title, body, report);
    const same = areas.find((other) => nameKey(other.name) === nameKey(area.name));
    if (same !== undefined) report.refuse(area.line, null, `The area "${area.name}" stands on line ${same.line} and again on line ${area.line}.`);
    areas.push(area);
  });
  if (areas.length === 0 && !report.refused) report.refuse(head.line, null, `No area stands under "${head.text}" on line ${head.line}.`);
  return areas;
}

function readArea(title: JobLine, body: readonly JobLine[], report: ImportReport): SpecificationArea {
  const area: SpecificationArea = { name: report.name(title.text, title.line, null), line: title.line, essential: [], desirable: [] };
  let list: string[] | null = null;
  for (const line of body) {
    if (line.kind === 'essential' || line.kind === 'desirable') {
      if (area[line.kind].length > 0) report.refuse(line.line, null, `A second list of ${line.kind} criteria stands under "${area.name}" on line ${line.line}: the heading of an area is missing above it.`);
      list = area[line.kind];
    } else if (line.kind === 'bullet' && list !== null) list.push(line.text);
    else if (line.kind === 'text' && line.joined && list !== null && list.length > 0) list.push(`${list.pop()} ${line.text}`);
    else report.notice('unknown-section', line.line, `Line ${line.line} of "${area.name}" ("${line.text.slice(0, 60)}") is no criterion and is not read.`);
  }
  const where = `The area "${area.name}" on line ${title.line}`;
  if (area.essential.length > 0) return area;
  if (area.desirable.length > 0) report.refuse(title.line, null, `${where} has desirable criteria and no essential ones. Each area needs a list under "Essential".`);
  else if (body.some((line) => line.kind === 'bullet') && list === null) report.refuse(title.line, null, `${where} has a list, but no heading "Essential" above it.`);
  else report.refuse(title.line, null, `${where} has no criteria. Each area needs a list under "Essential".`);
  return area;
}
