import { createCanvas, Path2D as NodePath2D, type SKRSContext2D } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { ink, paper } from '#app/charts/colour.ts';
import { bareCell, levelCell, sampleScales, sampleTeam } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import { placedPicture } from './__fixtures__/placed-picture.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { paintHeatmap } from './paint-heatmap.ts';
import type { Palette } from './palette.ts';
import { placeAt } from './place-at.ts';

const heldLevel = 1;
const view = { left: 0, top: 0, width: 1_200, height: 800 };

/** The sample team, again and again where more rows are asked for. */
function picture(times = 1): Picture {
  const people = Array.from({ length: times }, () => sampleTeam.people).flat();
  const teams = [...new Set(people.map(({ teamName }) => teamName))];
  return {
    view: 'people', asOf: '2026-11-22', before: null, earlier: null, columnGroups: [], people: people.length, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
    rows: people.map(({ name, teamName }, at) => ({ id: `p${at}`, name, note: 'Incident manager', group: teams.indexOf(teamName) })),
    groups: teams.map((name) => ({ id: name, name })),
    columns: sampleTeam.skills.map(({ id, name }) => ({ id, name, group: null })),
    cells: packCells(people.flatMap(({ cells }) => cells)),
  };
}

function sceneOf(of: Picture, metric: PictureMetric, more: Partial<HeatmapScene> = {}): HeatmapScene {
  const placed = placedPicture(of, { metric, heldLevel, scales: sampleScales, availableWidth: 1_200 });
  return { ...placed, view, ratio: 1, rings: { pointer: null, open: null, focus: null }, ...more };
}

/** Paints for real and keeps what was written. */
function paint(scene: HeatmapScene) {
  const canvas = createCanvas(scene.view.width * scene.ratio, scene.view.height * scene.ratio);
  const context = canvas.getContext('2d') as SKRSContext2D & CanvasRenderingContext2D;
  const texts: string[] = [];
  const write = context.fillText.bind(context);
  context.fillText = (text: string, x: number, y: number) => {
    texts.push(text);
    write(text, x, y);
  };
  paintHeatmap(context, scene);
  const at = (x: number, y: number) => `#${[...context.getImageData(Math.round(x * scene.ratio), Math.round(y * scene.ratio), 1, 1).data].slice(0, 3).map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
  return { texts, at };
}

describe('a heatmap on a canvas', () => {
  beforeAll(() => void vi.stubGlobal('Path2D', NodePath2D));
  afterAll(() => void vi.unstubAllGlobals());

  it.each(['gap', 'agreed', 'complete', 'age'] as const)('fills the cells of %s as every other drawing does', (metric) => {
    const of = picture();
    for (const ratio of [1, 2]) {
      const scene = sceneOf(of, metric, { ratio });
      const { at } = paint(scene);
      of.rows.forEach((_row, row) =>
        of.columns.forEach((_column, column) => {
          const box = scene.layout.box(row, column);
          const [x, y] = [scene.layout.labelWidth + box.x + box.width / 2, scene.layout.headHeight + box.y + 5];
          expect(at(x, y), `${row},${column}`).toBe(cellLook(of, metric, row * of.columns.length + column, { heldLevel }).fill ?? paper);
          expect(placeAt(scene.layout, scene.view, x, y)).toEqual({ row, column });
        }),
      );
    }
  });

  it('writes every number, name, heading and note of the picture, and nothing else', () => {
    const of = picture();
    const scene = sceneOf(of, 'gap');
    const { texts } = paint(scene);
    const looks = of.rows.flatMap((_row, row) => of.columns.map((_column, column) => cellLook(of, 'gap', row * of.columns.length + column, { heldLevel }).text));
    const { bands, columns, corner } = scene.layout;
    const names = [...bands.flatMap((band) => [...band.names, ...band.notes]), ...columns.flatMap(({ lines }) => lines.map(({ text }) => text))];
    expect([...texts].sort()).toEqual([...looks, ...names, ...corner].sort());
    expect(texts).toContain(of.groups[0]!.name);
  });

  it('names groups of columns over their heads, and keeps room for them there alone', () => {
    const plain = picture();
    const of = { ...plain, columnGroups: ['Shared by most roles', 'Of fewer roles'], columns: plain.columns.map((column, at) => ({ ...column, group: at < 2 ? 0 : 1 })) };
    const [scene, without] = [sceneOf(of, 'gap'), sceneOf(plain, 'gap')];
    expect(paint(scene).texts.filter((text) => of.columnGroups.includes(text))).toEqual(of.columnGroups);
    expect(scene.layout.headHeight - without.layout.headHeight).toBe(scene.told.stripHeight);
    expect(without.told.stripHeight).toBe(0);
    // The line over the first two columns ends before the third.
    const { at } = paint(scene);
    const over = scene.told.stripHeight - 3;
    const [left, [, second, third]] = [scene.layout.labelWidth, scene.layout.columns];
    expect([at(left + second!.x + second!.width - 2, over), at(left + second!.x + second!.width + 1, over), at(left + third!.x + 2, over)]).toEqual([ink, paper, ink]);
  });

  it('draws only what is in view, wherever the frame stands', () => {
    const of = picture(1_700);
    const scene = sceneOf(of, 'gap');
    const row = 2_500;
    const { y } = scene.layout.box(row, 0);
    const top = y - 20;
    const { texts } = paint({ ...scene, view: { ...view, top } });
    expect(of.rows.length).toBeGreaterThan(5_000);
    expect(texts.length).toBeLessThan(300);
    expect(texts).toContain(cellLook(of, 'gap', row * of.columns.length, { heldLevel }).text);
    expect(placeAt(scene.layout, { ...view, top }, scene.layout.labelWidth + 5, scene.layout.headHeight + 25)).toEqual({ row, column: 0 });
  });

  it('keeps heads and labels in place while the cells scroll beneath them', () => {
    const of = picture(10);
    const scene = sceneOf(of, 'gap');
    const { at } = paint({ ...scene, view: { left: 20, top: 31, width: 400, height: 400 } });
    expect(at(scene.layout.labelWidth - 4, scene.layout.headHeight + 100)).toBe(paper);
    expect(at(scene.layout.labelWidth + 60, 4)).toBe(paper);
    expect(placeAt(scene.layout, scene.view, 10, scene.layout.headHeight + 70)).toEqual({ row: 0, column: -1 });
    expect(placeAt(scene.layout, scene.view, scene.layout.labelWidth + 10, 10)).toEqual({ row: -1, column: 0 });
    expect(placeAt(scene.layout, scene.view, 10, 10)).toBeNull();
  });

  it('rings the focus in ink and another colour, so that it stands out from dark and from light', () => {
    const of = picture();
    const rings = { pointer: null, open: null, focus: { row: 0, column: 1 } };
    const scene = sceneOf(of, 'gap', { rings });
    const box = scene.layout.box(0, 1);
    const { at } = paint(scene);
    const [x, y] = [scene.layout.labelWidth + box.x + box.width / 2, scene.layout.headHeight + box.y];
    expect(at(x, y + 0.4)).toBe(ink);
    expect(at(x, y + 3)).toBe(scene.palette.focus);
  });

  it('leaves fills out in the system’s colours, and tells short from over by the hatch', () => {
    const forced: Palette = { isForced: true, ink: '#FFFF00', paper: '#000000', muted: '#FFFF00', line: '#FFFF00', short: '#000000', focus: '#00FFFF', pointer: '#00FFFF' };
    const of = { ...picture(), cells: packCells(picture().rows.flatMap(() => [levelCell(1, 3), levelCell(3, 3), levelCell(4, 1), bareCell('not-assessed', 2), levelCell(1, 3), levelCell(4, 1)])) };
    const scene = sceneOf(of, 'gap', { palette: forced });
    const { at } = paint(scene);
    const inCell = (column: number) => {
      const box = scene.layout.box(0, column);
      const [x, y] = [scene.layout.labelWidth + box.x, scene.layout.headHeight + box.y];
      return Array.from({ length: 12 * 8 }, (_, dot) => at(x + 3 + (dot % 12), y + 3 + Math.floor(dot / 12))).join();
    };
    expect(new Set([0, 1, 2].map(inCell)).size).toBe(3);
    expect(inCell(1)).toBe(Array.from({ length: 96 }, () => '#000000').join());
  });
});
