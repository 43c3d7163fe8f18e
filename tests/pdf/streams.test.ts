import { deflateSync } from 'node:zlib';
import { PDFContext, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { decodedBytes, decodeStream, StreamError } from '../../src/pdf/streams.ts';

type Entries = Record<string, string | string[] | Record<string, number>>;

function stream(contents: Uint8Array, entries: Entries): PDFRawStream {
  return PDFRawStream.of(PDFContext.create().obj(entries), contents);
}

const text = Buffer.from('0 g 10 10 20 20 re f');

describe('decodeStream', () => {
  it.each<[string, PDFRawStream]>([
    ['without a filter', stream(text, {})],
    ['deflated', stream(deflateSync(text), { Filter: 'FlateDecode' })],
    ['deflated, by the short name in a list', stream(deflateSync(text), { Filter: ['Fl'] })],
    ['in hexadecimal digits', stream(Buffer.from(`${text.toString('hex')}>`), { Filter: 'ASCIIHexDecode' })],
    [
      'with several filters',
      stream(Buffer.from(`${deflateSync(text).toString('hex')}>`), {
        Filter: ['ASCIIHexDecode', 'FlateDecode'],
      }),
    ],
  ])('gives the bytes of a stream %s', (_, given) => {
    expect(Buffer.from(decodeStream(given).bytes).toString()).toBe(text.toString());
  });

  it('forgives an end that is cut off', () => {
    const cut = deflateSync(text, { level: 0 }).subarray(0, -8);
    expect(decodeStream(stream(cut, { Filter: 'FlateDecode' })).bytes.length).toBeGreaterThan(10);
  });

  it.each([
    ['none', [0, 1, 2, 3, 0, 4, 5, 6], [1, 2, 3, 4, 5, 6]],
    ['left', [1, 1, 1, 1, 1, 4, 1, 1], [1, 2, 3, 4, 5, 6]],
    ['above', [0, 1, 2, 3, 2, 3, 3, 3], [1, 2, 3, 4, 5, 6]],
    ['the mean', [0, 2, 4, 6, 3, 1, 1, 1], [2, 4, 6, 2, 4, 6]],
    ['the nearest', [0, 1, 2, 3, 4, 1, 1, 1], [1, 2, 3, 2, 3, 4]],
  ])('undoes the prediction from %s', (_, packed, plain) => {
    const parameters = { Predictor: 15, Columns: 3 };
    const given = stream(deflateSync(Buffer.from(packed)), {
      Filter: 'FlateDecode',
      DecodeParms: parameters,
    });
    expect([...decodeStream(given).bytes]).toEqual(plain);
  });

  it('undoes the prediction of TIFF', () => {
    const given = stream(deflateSync(Buffer.from([1, 1, 1, 4, 1, 1])), {
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 2, Columns: 3 },
    });
    expect([...decodeStream(given).bytes]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('leaves a picture packed, and names its filter', () => {
    const jpeg = Buffer.from([0xff, 0xd8]);
    expect(decodeStream(stream(jpeg, { Filter: 'DCTDecode' }))).toEqual({
      bytes: jpeg,
      picture: 'DCTDecode',
    });
    const twice = stream(deflateSync(jpeg), { Filter: ['FlateDecode', 'DCTDecode'] });
    expect(decodeStream(twice)).toEqual({ bytes: jpeg, picture: 'DCTDecode' });
  });

  it.each([
    ['no deflated data', stream(text, { Filter: 'FlateDecode' })],
    ['a filter nobody knows', stream(text, { Filter: 'Crypt' })],
  ])('refuses %s', (_, given) => {
    expect(() => decodeStream(given)).toThrow(StreamError);
    expect(decodedBytes(given)).toBeUndefined();
  });
});
