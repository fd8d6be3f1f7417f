import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFile } from '#tests/helpers/framework-files.ts';
import { importLimits } from './import-limits.ts';
import { packFiles } from './pack-files.server.ts';
import { unpackFiles } from './unpack-files.server.ts';

const packed = (text: string) => gzipSync(text).toString('base64url');

describe('files on their way from the preview to its confirmation', () => {
  it('come back byte for byte, whatever they hold', () => {
    const file = fc.record({ name: fc.string({ maxLength: 50 }), bytes: fc.uint8Array({ maxLength: 200 }) });
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 5 }), (files) => {
        expect(unpackFiles(packFiles(files))).toEqual(files.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) })));
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no packed text', 'hello'],
    ['a text cut off', packFiles([textFile('a.csv', 'some text')]).slice(0, -8)],
    ['a head that is no list', packed('{"name":"a"}\nabc')],
    ['more bytes than the head says', packed('[{"name":"a","length":2}]\nabc')],
    ['fewer bytes than the head says', packed('[{"name":"a","length":9}]\nabc')],
    ['a negative length', packed('[{"name":"a","length":-1}]\nabc')],
    ['no file', packed('[]\n')],
    ['too many files', packed(`${JSON.stringify(Array.from({ length: importLimits.files + 1 }, () => ({ name: 'a', length: 0 })))}\n`)],
    ['far more once it is unpacked than may be uploaded', packed(`[{"name":"a","length":1}]\n${'x'.repeat(50_000_000)}`)],
  ])('are refused as %s', (_, text) => {
    expect(unpackFiles(text)).toBeNull();
  });
});
