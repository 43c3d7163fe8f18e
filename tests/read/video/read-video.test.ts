import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBytes } from '../../../src/machine/bytes/read-bytes.ts';
import { readVideo } from '../../../src/read/video/read-video.ts';
import { box, mp3, mp4, track } from '../../builders/recordings.ts';

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
    const film = mp4({ said: [place, box('meta', 'A. Source')], behind });
    const { fault, ...taken } = await read(film);
    expect(fault).toBeUndefined();
    if (!('bytes' in taken)) throw new Error('Nothing was read');
    const clean = Buffer.from(await readBytes(taken.bytes));
    expect([taken.mediaType, taken.hadPlace, clean.length]).toEqual(['video/mp4', true, film.length]);
    for (const trace of ['48.2082', '\xA9xyz', 'Source', 'udta', 'meta', 'uuid'])
      expect(clean.includes(Buffer.from(trace, 'latin1')), trace).toBe(false);
    const times = clean.indexOf('mvhd') + 8;
    expect(clean.subarray(times, times + 8)).toEqual(Buffer.alloc(8));
    const pictures = clean.indexOf('mdat') + 4;
    expect(clean.subarray(pictures, pictures + 64)).toEqual(Buffer.alloc(64, 7));
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
