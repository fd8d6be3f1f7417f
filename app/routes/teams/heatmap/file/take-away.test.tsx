import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { TakeAway } from './take-away.tsx';

const html = (search: string, rows: number, columns: number) =>
  renderToStaticMarkup(<TakeAway teamId="lights" state={parsePictureState(new URLSearchParams(search))} rows={rows} columns={columns} />);

it('leads to a file of what is shown in each form, whatever page of it and whatever is open', () => {
  const markup = html('view=people&state=below&from=50&open=a.b', 40, 20);
  for (const format of ['svg', 'png', 'csv', 'xlsx', 'ods']) expect(markup).toContain(`href="/teams/lights/heatmap/file/${format}?view=people&amp;state=below"`);
  expect(markup).not.toMatch(/from=|open=/);
});

it('names what is too large for a kind of file, without a link', () => {
  const markup = html('', 5_000, 60);
  expect(markup).toContain('/file/csv"');
  expect(markup).not.toMatch(/file\/(svg|png|xlsx|ods)/);
  expect(markup).toContain('SVG, PNG, XLSX, ODS: for pictures of up to 60,000 cells; this one has 300,000.');
});

it('says beforehand about how many rows an image holds', () => {
  const markup = html('', 400, 27);
  expect(markup).not.toContain('/file/png');
  expect(markup).toContain('/file/svg"');
  expect(markup).toMatch(/PNG: for pictures of up to about \d{2,3} rows of this width; this one has 400\./);
});
