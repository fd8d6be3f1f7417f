import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DataTable } from './data-table.tsx';

interface Row {
  skill: string;
  met: number;
}

function markup(rows: Row[], empty?: string) {
  return renderToStaticMarkup(
    <DataTable
      caption="Shortfalls by skill, worst first"
      rows={rows}
      rowKey={(row) => row.skill}
      empty={empty}
      columns={[
        { key: 'skill', head: 'Skill', rowHead: true, cell: (row) => row.skill },
        { key: 'met', head: 'Met', numeric: true, cell: (row) => row.met },
      ]}
    />,
  );
}

test('heads of columns and rows say what they are the head of', () => {
  const html = markup([{ skill: 'Change control', met: 3 }]);
  expect(html.match(/<th scope="col"/g)).toHaveLength(2);
  expect(html).toMatch(/<th scope="row"[^>]*>Change control<\/th>/);
});

test('figures stand right in tabular digits, head and cells alike', () => {
  const html = markup([{ skill: 'Change control', met: 3 }]);
  expect(html).toMatch(/<td class="[^"]*text-right tabular-nums[^"]*">3<\/td>/);
  expect(html).toMatch(/<th scope="col" class="[^"]*text-right tabular-nums[^"]*">Met<\/th>/);
});

test('the frame that scrolls can be reached by keyboard and is named by the caption', () => {
  const html = markup([]);
  const [, label] = html.match(/role="region" aria-labelledby="([^"]+)" tabindex="0"/i) ?? [];
  expect(label).toBeDefined();
  expect(html).toContain(`<caption id="${label}"`);
});

test('a figure of nought is shown', () => {
  expect(markup([{ skill: 'Change control', met: 0 }])).toContain('>0</td>');
});

test('without rows it says so across all columns', () => {
  expect(markup([], 'No shortfalls.')).toMatch(/<td colspan="2"[^>]*>No shortfalls\.<\/td>/i);
});

test('with rows the empty sentence stays out', () => {
  expect(markup([{ skill: 'Change control', met: 3 }], 'No shortfalls.')).not.toContain('No shortfalls.');
});

test('a stacked table keeps its roles and shows each head with its cell, and no head without one', () => {
  const columns = [
    { key: 'name', head: 'Name', rowHead: true, cell: (name: string) => name },
    { key: 'state', head: 'State', cell: () => 'Active' },
    { key: 'change', head: <span>Change</span>, cell: () => null },
  ];
  const html = renderToStaticMarkup(<DataTable stacked caption="Users, by name" rows={['Anita']} rowKey={(name) => name} columns={columns} />);
  expect(html.match(/ role="(table|rowgroup|row|columnheader|rowheader|cell)"/g)).toHaveLength(1 + 2 + 2 + 3 + 1 + 2);
  expect(html).toMatch(/<td role="cell" data-head="State"[^>]*>Active<\/td>/);
  expect(html.match(/data-head=/g)).toHaveLength(1);
});
