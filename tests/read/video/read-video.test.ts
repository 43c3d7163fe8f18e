import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBytes } from '../../../src/machine/bytes/read-bytes.ts';
import { readVideo } from '../../../src/read/video/read-video.ts';
import { box, mp3, mp4, picturesOf, track } from '../../builders/recordings.ts';

async function read(bytes: Uint8Array, name = 'a.mp4') {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-video-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, bytes);
  const file = await open(path);
  try {
    return await readVideo(name, file, bytes.length, undefined);
  } finally {
    await file.close();
  }
}

describe('readVideo', () => {
  it('makes free space of what a film tells of place, people and time, wherever it stands', async () => {
    const place = box('udta', box('\xA9xyz', '+48.2082+016.3738/'));
    const behind = [box('uuid', 'A. Source'), box('free', 'A. Source'), box('meta', 'A. Source')];
    const maker = box('gps ', 'A. Source');
    const said = [place, box('meta', 'A. Source'), maker];
    const film = mp4({ said, behind, between: '48.2082 A. Source' });
    const { fault, ...taken } = await read(film);
    expect(fault).toBeUndefined();
    if (!('bytes' in taken)) throw new Error('Nothing was read');
    const clean = Buffer.from(await readBytes(taken.bytes));
    expect([taken.mediaType, taken.hadPlace, clean.length]).toEqual(['video/mp4', true, film.length]);
    for (const trace of ['48.2082', '\xA9xyz', 'Source', 'udta', 'meta', 'uuid', 'gps ', 'GoPro'])
      expect(clean.includes(Buffer.from(trace, 'latin1')), trace).toBe(false);
    const times = clean.indexOf('mvhd') + 8;
    expect(clean.subarray(times, times + 8)).toEqual(Buffer.alloc(8));
    const pictures = clean.indexOf('mdat') + 4;
    expect(clean.subarray(pictures, pictures + 32)).toEqual(film.subarray(pictures, pictures + 32));
    expect(clean.subarray(pictures, pictures + 81)).toEqual(
      Buffer.concat([film.subarray(pictures, pictures + 32), Buffer.alloc(17), Buffer.alloc(32, 9)]),
    );
    const again = await read(clean);
    expect('bytes' in again && Buffer.from(await readBytes(again.bytes)).equals(clean)).toBe(true);
  });

  it('looks for them beyond what is read at a time', async () => {
    const long = box('mdat', Buffer.alloc((1 << 20) - 100, 5));
    const film = Buffer.concat([mp4(), long, box('uuid', Buffer.alloc(300, 65))]);
    const taken = await read(film);
    const clean = 'bytes' in taken ? Buffer.from(await readBytes(taken.bytes)) : Buffer.alloc(0);
    expect(clean.length).toBe(film.length);
    expect(clean.subarray(-304)).toEqual(Buffer.concat([Buffer.from('free'), Buffer.alloc(300)]));
  });

  it('keeps pictures, and makes room of what cameras write among them', async () => {
    const place = Buffer.concat([
      Buffer.of(6, 5, 30),
      Buffer.alloc(16, 1),
      Buffer.from('+48.2082+16.37'),
      Buffer.of(128),
    ]);
    const shown = picturesOf(Buffer.of(9, 16), place, Buffer.alloc(40, 0x65), place, Buffer.alloc(9, 0x41));
    const film = mp4({ shown });
    const taken = await read(film);
    const clean = 'bytes' in taken ? Buffer.from(await readBytes(taken.bytes)) : Buffer.alloc(0);
    expect(clean.length).toBe(film.length);
    expect(clean.includes('48.2082')).toBe(false);
    const room = Buffer.concat([
      Buffer.of(6, 3, place.length - 4),
      Buffer.alloc(place.length - 4, 255),
      Buffer.of(128),
    ]);
    const kept = picturesOf(Buffer.of(9, 16), room, Buffer.alloc(40, 0x65), room, Buffer.alloc(9, 0x41));
    expect(clean.includes(kept)).toBe(true);
  });

  it('refuses a film whose tables lead out of it, or to another file', async () => {
    const film = mp4();
    film.writeUInt32BE(film.length, film.indexOf('stco') + 12);
    const told = 'is damaged: where its pictures and its sound are cannot be told';
    expect((await read(film)).fault?.reason).toBe(told);
    const outside = Buffer.concat([Buffer.of(0, 0, 0, 0, 0, 0, 0, 1), box('url ', '\0\0\0\0file:///home/a')]);
    const other = mp4({
      further: [box('trak', box('mdia', box('minf', box('dinf', box('dref', outside)))))],
    });
    expect((await read(other)).fault?.reason).toBe(told);
  });

  it.each([
    ['a.mp4', Buffer.alloc(0), 'image-corrupt is empty'],
    ['a.mp4', mp3(), 'image-format is no film in MPEG-4'],
    ['a.mov', mp4({ brand: 'qt  ' }), 'image-format is a film of QuickTime, which few e-readers play'],
    ['a.avi', mp4(), 'image-format is in the format MPEG-4, not in the one its name says'],
    [
      'a.mp4',
      mp4({ coding: 'hvc1' }),
      'image-format is coded as "hvc1", not in H.264 and AAC, which all e-readers play',
    ],
    [
      'a.mp4',
      mp4({ further: [track('meta', 'mebx')] }),
      'image-format holds more than picture and sound: a track of "meta", which may tell where it was taken',
    ],
    [
      'a.mp4',
      mp4().subarray(0, -1),
      'image-corrupt is damaged, or divided into fragments: its parts cannot be told apart',
    ],
    [
      'a.mp4',
      Buffer.concat([mp4(), box('moof', 'x')]),
      'image-corrupt is damaged, or divided into fragments: its parts cannot be told apart',
    ],
  ])('refuses %s: %#', async (name, bytes, told) => {
    const { fault } = await read(bytes, name);
    expect(`${fault?.rule} ${fault?.reason}`).toBe(told);
  });
});
