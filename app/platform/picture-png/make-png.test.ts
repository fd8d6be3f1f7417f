import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { fitsInPng } from './fits-in-png.ts';
import { makePng } from './make-png.server.ts';

const picture = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" viewBox="0 0 60 40">${content}</svg>`;

async function dotsOf(content: string) {
  const made = await makePng(picture(content), { width: 60, height: 40 });
  if (!made.ok) throw new Error(made.problem);
  const image = await loadImage(Buffer.from(made.answer));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const dots = context.getImageData(0, 0, image.width, image.height).data;
  const colour = (x: number, y: number) => [...dots.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 4)];
  const inked = dots.reduce((sum, value, at) => (at % 4 === 0 && value < 128 ? sum + 1 : sum), 0);
  return { width: image.width, height: image.height, colour, inked };
}

describe('a picture as a PNG', () => {
  it('has two dots for each pixel, on white', async () => {
    const { width, height, colour } = await dotsOf('<rect x="10" y="10" width="20" height="20" fill="#A33A00"/>');
    expect([width, height]).toEqual([120, 80]);
    expect(colour(40, 40)).toEqual([0xa3, 0x3a, 0x00, 255]);
    expect(colour(19, 40)).toEqual([255, 255, 255, 255]);
    expect(colour(20, 20)).toEqual([0xa3, 0x3a, 0x00, 255]);
  });

  it('is written in the face of the product, in letters beyond English ones', async () => {
    const text = (family: string, words: string) => `<text x="2" y="30" font-size="18" font-family="${family}">${words}</text>`;
    const [own, other] = [await dotsOf(text("'Source Sans 3'", 'Żółw')), await dotsOf(text('monospace', 'Żółw'))];
    const missing = await dotsOf(text("'Source Sans 3'", '\u{1F701}'.repeat(4)));
    expect(own.inked).toBeGreaterThan(100);
    expect(new Set([own.inked, other.inked, missing.inked]).size).toBe(3);
  });

  it('is made whatever signs stand in a name, also where the face has no picture of them', async () => {
    const name = '👩\u200d🔧 🇬🇧 Kites \u{1fae8} e\u0301 \ufffd فريق';
    const { width, inked } = await dotsOf(`<text x="2" y="30" font-size="8" font-family="'Source Sans 3'">${name}</text>`);
    expect([width, inked > 20]).toEqual([120, true]);
  });

  it('is refused above the dots and the length of a side that may be', async () => {
    expect(fitsInPng({ width: 2_500, height: 4_000 })).toBe(true);
    expect(fitsInPng({ width: 2_501, height: 4_000 })).toBe(false);
    expect(fitsInPng({ width: 10, height: 16_001 })).toBe(false);
    expect(fitsInPng({ width: Number.NaN, height: 10 })).toBe(false);
    expect(await makePng(picture(''), { width: 9_000, height: 9_000 })).toEqual({ ok: false, problem: 'too-large' });
  });

  it('is only made of a document with a viewBox', async () => {
    await expect(makePng('<p>Nothing</p>', { width: 10, height: 10 })).rejects.toThrow(RangeError);
  });
});
