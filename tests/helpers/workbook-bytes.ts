import { archiveBytes, type ArchiveEntry } from './archive-bytes.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8"?>';

interface WorkbookParts {
  /** What stands in the sheet, `<sheetData>` and after it. */
  sheet: string;
  before?: string;
  sharedStrings?: string;
  sheets?: number;
  /** What the workbook says of itself before its sheets, such as `<workbookPr date1904="1"/>`. */
  properties?: string;
  /** The content of xl/styles.xml; left out, no cell has a style. */
  styles?: string;
  more?: ArchiveEntry[];
}

/** The parts of a workbook whose only sheet, or each of several, is given as it is written in the file. */
export function workbookParts({ sheet, before = '', sharedStrings = '', sheets = 1, properties = '', styles = '', more = [] }: WorkbookParts): ArchiveEntry[] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  return [
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}${styles && '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    },
    { name: 'xl/workbook.xml', content: `${head}${before}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${numbers.map((number) => `<sheet name="Sheet${number}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${head}<Relationships xmlns="${packages}/relationships">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}${styles && `<Relationship Id="rId98" Type="${office}/styles" Target="styles.xml"/>`}<Relationship Id="rId99" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>` },
    { name: 'xl/sharedStrings.xml', content: `${head}<sst xmlns="${main}">${sharedStrings}</sst>` },
    ...numbers.map((number) => ({ name: `xl/worksheets/sheet${number}.xml`, content: `${head}${before}<worksheet xmlns="${main}">${sheet}</worksheet>` })),
    ...(styles ? [{ name: 'xl/styles.xml', content: `${head}<styleSheet xmlns="${main}">${styles}</styleSheet>` }] : []),
    ...more,
  ];
}

export function workbookBytes(parts: WorkbookParts): Buffer {
  return archiveBytes(workbookParts(parts));
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const column = (index: number) => String.fromCharCode(65 + index);

/** Rows of text as the data of a sheet. */
export function sheetData(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], at: number) => row.map((text, index) => `<c r="${column(index)}${at + 1}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`).join('');
  return `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${cells(row, at)}</row>`).join('')}</sheetData>`;
}
