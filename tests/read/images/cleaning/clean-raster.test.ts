import { describe, expect, it } from 'vitest';
import { cleanRaster } from '../../../../src/read/images/cleaning/clean-raster.ts';
import { exifOf, orientationAlone } from '../../../../src/read/images/cleaning/exif.ts';
import {
  cameraChunks,
  cameraJpeg,
  cameraSegments,
  exif,
  gifRemarks,
  holdsSecrets,
  photograph,
  secrets,
  webp,
  webpChunk,
  webpFeatures,
  withSegments,
} from '../../../builders/photographs.ts';
import { gif, jpeg, jpegSegment, png, pngChunk } from '../../../builders/pictures.ts';

const named = (name: string, rest = '') => Buffer.from(`${name}${rest}`, 'latin1');

describe('a JPEG', () => {
  it('keeps its picture bit by bit and loses what its camera wrote', () => {
    const camera = cameraJpeg();
    expect(holdsSecrets(camera)).toBe(true);
    expect(cleanRaster(camera, 'jpeg')).toEqual({
      bytes: Buffer.from(photograph),
      orientation: 1,
      hadPlace: true,
    });
  });

  it('is the very same where there is nothing to remove', () => {
    for (const bytes of [photograph, jpeg(9, 5)]) expect(cleanRaster(bytes, 'jpeg')?.bytes).toBe(bytes);
  });

  it('keeps its colours: profile, density, transformation', () => {
    const colours = [
      jpegSegment(0xe2, named('ICC_PROFILE\0', '\x01\x01profile')),
      jpegSegment(0xee, named('Adobe', '\0\x64\0\0\0\0\x01')),
    ];
    const wanted = withSegments(jpeg(9, 5), Buffer.concat(colours), '');
    expect(cleanRaster(wanted, 'jpeg')?.bytes).toBe(wanted);
    const mixed = withSegments(jpeg(9, 5), Buffer.concat([colours[0]!, cameraSegments(1), colours[1]!]));
    expect(cleanRaster(mixed, 'jpeg')?.bytes).toEqual(wanted);
  });

  it('keeps how it is to be turned, and a second time stays as it is', () => {
    const clean = cleanRaster(cameraJpeg(6), 'jpeg');
    expect(clean).toMatchObject({ orientation: 6, hadPlace: true });
    expect(holdsSecrets(clean!.bytes)).toBe(false);
    const record = jpegSegment(0xe1, Buffer.concat([named('Exif\0\0'), orientationAlone(6)]));
    expect(clean?.bytes).toEqual(withSegments(photograph, record, ''));
    expect(cleanRaster(clean!.bytes, 'jpeg')).toEqual({ ...clean, hadPlace: false });
    expect(cleanRaster(clean!.bytes, 'jpeg')?.bytes).toBe(clean!.bytes);
  });

  it('loses comments between its scans, and thumbnails in its header', () => {
    const header = named('JFIF\0', '\x01\x02\0\0\x01\0\x01');
    const small = Buffer.concat([header, Buffer.of(1, 1, 255, 0, 0)]);
    const none = Buffer.concat([header, Buffer.of(0, 0)]);
    const twoScans = (between: Uint8Array): Uint8Array => {
      const scan = jpegSegment(0xda, [1, 1, 0, 0, 63, 0]);
      const data = Buffer.of(1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xff);
      return jpeg(9, 5, 1, Buffer.concat([data, between, scan, data]));
    };
    const remarks = Buffer.concat([cameraSegments(1), jpegSegment(0xe0, named('JFXX\0', secrets.behind))]);
    const wanted = withSegments(twoScans(new Uint8Array()), jpegSegment(0xe0, none), '');
    expect(cleanRaster(wanted, 'jpeg')?.bytes).toBe(wanted);
    const given = withSegments(twoScans(remarks), jpegSegment(0xe0, small));
    expect(cleanRaster(given, 'jpeg')?.bytes).toEqual(wanted);
  });

  it('is refused where its parts cannot be told apart', () => {
    const wrong = Buffer.of(0xff, 0xfe, 0xff, 0xff, 1);
    expect(cleanRaster(jpeg(9, 5, 3, wrong), 'jpeg')).toBeUndefined();
    expect(cleanRaster(jpeg(9, 5, 3, Buffer.of(0xff, 0xfe, 0, 1)), 'jpeg')).toBeUndefined();
    expect(cleanRaster(jpeg(9, 5).subarray(0, -1), 'jpeg')).toBeUndefined();
  });
});

describe('a PNG', () => {
  it('keeps what draws, and loses texts, times and chunks of single programs', () => {
    const drawing = ['gAMA', 'cHRM', 'sRGB', 'iCCP', 'pHYs', 'tRNS', 'acTL', 'fcTL'];
    const before = Buffer.concat(drawing.map((type) => pngChunk(type, Buffer.of(1, 2))));
    const wanted = png(9, 5, { before });
    expect(cleanRaster(wanted, 'png')?.bytes).toBe(wanted);
    const camera = png(9, 5, { before: Buffer.concat([before, cameraChunks(1)]) });
    expect(cleanRaster(Buffer.concat([camera, named(secrets.behind)]), 'png')).toEqual({
      bytes: Buffer.from(wanted),
      orientation: 1,
      hadPlace: true,
    });
  });

  it('keeps how it is to be turned', () => {
    const clean = cleanRaster(png(9, 5, { before: cameraChunks(8) }), 'png');
    expect(clean?.orientation).toBe(8);
    expect(clean?.bytes).toEqual(png(9, 5, { before: pngChunk('eXIf', orientationAlone(8)) }));
  });
});

describe('a GIF', () => {
  it('keeps its frames and their times, and loses remarks', () => {
    const loop = Buffer.concat([
      Buffer.of(0x21, 0xff, 11),
      named('NETSCAPE2.0'),
      Buffer.of(3, 1, 0, 0, 0, 0x21, 0xf9, 4, 0, 5, 0, 0, 0),
    ]);
    const wanted = gif(2, loop);
    expect(cleanRaster(wanted, 'gif')?.bytes).toBe(wanted);
    const given = Buffer.concat([gif(2, Buffer.concat([gifRemarks(), loop])), named(secrets.behind)]);
    expect(cleanRaster(given, 'gif')).toEqual({
      bytes: Buffer.from(wanted),
      orientation: 1,
      hadPlace: true,
    });
  });
});

describe('a WebP', () => {
  const picture = webpChunk('VP8L', Buffer.of(0x2f, 1, 2));
  const xmp = webpChunk('XMP ', named(secrets.place));

  it('keeps its picture, and loses Exif, XMP and chunks of single programs', () => {
    const other = webpChunk('CAMR', named(secrets.maker));
    const given = webp(webpFeatures(0x2c), picture, webpChunk('EXIF', exif(1)), xmp, other);
    const clean = cleanRaster(Buffer.concat([given, named(secrets.behind)]), 'webp');
    expect(clean).toEqual({
      bytes: webp(webpFeatures(0x20), picture),
      orientation: 1,
      hadPlace: true,
    });
    expect(cleanRaster(clean!.bytes, 'webp')?.bytes).toBe(clean!.bytes);
  });

  it('keeps how it is to be turned', () => {
    const record = Buffer.concat([named('Exif\0\0'), exif(6)]);
    const clean = cleanRaster(webp(webpFeatures(0x08), picture, webpChunk('EXIF', record), xmp), 'webp');
    const wanted = webp(webpFeatures(0x08), picture, webpChunk('EXIF', orientationAlone(6)));
    expect(clean).toEqual({ bytes: wanted, orientation: 6, hadPlace: true });
    expect(exifOf(orientationAlone(6)).orientation).toBe(6);
  });

  it('is refused where its parts cannot be told apart', () => {
    expect(cleanRaster(webp(Buffer.from('VP8 \xFF\0\0\0', 'latin1')), 'webp')).toBeUndefined();
  });
});
