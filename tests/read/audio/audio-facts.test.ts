import { describe, expect, it } from 'vitest';
import { audioFacts } from '../../../src/read/audio/audio-facts.ts';
import { box, id3, m4a, mp3, opus } from '../../builders/recordings.ts';

const place = box('udta', box('\xA9xyz', '+48.2082+016.3738/'));

describe('audioFacts', () => {
  it.each([
    ['a.mp3', mp3(), 'audio/mpeg'],
    ['A.MP3', mp3(), 'audio/mpeg'],
  ])('takes %s as it is', (path, bytes, mediaType) => {
    expect(audioFacts(path, bytes)).toEqual({ mediaType, faults: [] });
  });

  it('leaves the tags of MP3 out', () => {
    const tagged = Buffer.concat([
      id3('TPE1 A. Author'),
      Buffer.alloc(9),
      mp3(),
      Buffer.from('TAG'),
      Buffer.alloc(125),
    ]);
    const { bytes, faults } = audioFacts('a.mp3', tagged);
    expect(faults).toEqual([]);
    expect(Buffer.from(bytes ?? []).equals(mp3())).toBe(true);
  });

  it('makes free space of what an MPEG-4 file tells of place, people and time', () => {
    const written = m4a({ said: [place, box('meta', 'Voice of A. Author')], between: '48.2082 Author' });
    const { bytes, hadPlace, mediaType } = audioFacts('a.m4a', written);
    const clean = Buffer.from(bytes ?? []);
    expect({ hadPlace, mediaType, length: clean.length }).toEqual({
      hadPlace: true,
      mediaType: 'audio/mp4',
      length: written.length,
    });
    for (const trace of ['48.2082', '\xA9xyz', 'Author', 'udta', 'meta'])
      expect(clean.includes(Buffer.from(trace, 'latin1')), trace).toBe(false);
    for (const type of ['mvhd', 'tkhd', 'mdhd']) {
      const times = clean.indexOf(type) + 8;
      expect(clean.subarray(times, times + 8), type).toEqual(Buffer.alloc(8));
    }
    const data = clean.lastIndexOf('mdat') + 4;
    expect(clean.subarray(data, data + 32)).toEqual(Buffer.alloc(32, 9));
    expect(clean.subarray(data + 32)).toEqual(Buffer.alloc('48.2082 Author'.length));
    expect(audioFacts('a.m4a', clean)).toEqual({ mediaType: 'audio/mp4', faults: [] });
  });

  it('leaves the comments of Opus out, and numbers the pages behind them anew', () => {
    const { bytes, mediaType, faults } = audioFacts('a.opus', opus());
    expect({ mediaType, faults }).toEqual({ mediaType: 'audio/ogg; codecs=opus', faults: [] });
    const clean = Buffer.from(bytes ?? []);
    expect(clean.includes('Source')).toBe(false);
    const pages = [...clean.toString('latin1').matchAll(/OggS/g)].map(({ index }) =>
      clean.readUInt32LE(index + 18),
    );
    expect(pages).toEqual([0, 1, 2]);
    expect(clean.subarray(-40)).toEqual(Buffer.alloc(40, 9));
    expect(audioFacts('a.opus', clean)).toEqual({ mediaType: 'audio/ogg; codecs=opus', faults: [] });
  });

  it.each([
    ['a.mp3', Buffer.alloc(0), 'image-corrupt is empty'],
    ['a.mp3', Buffer.from('fLaC, and so on'), 'image-format is neither MP3 nor MPEG-4 audio nor Opus'],
    ['a.mp3', opus(), 'image-format is in the format Ogg, not in the one its name says'],
    ['a.ogg', opus({ head: '\x01vorbis!' }), 'image-format holds sound in another coding than Opus'],
    ['a.opus', opus({ tags: 'NoneTags' }), 'image-corrupt is damaged: its comments have no end'],
    ['a.opus', opus().subarray(0, -1), 'image-corrupt is damaged: its parts cannot be told apart'],
    ['a.m4a', mp3(), 'image-format is in the format MP3, not in the one its name says'],
    ['a.mp3', m4a(), 'image-format is in the format MPEG-4, not in the one its name says'],
    ['a.mp3', id3('TPE1'), 'image-corrupt is damaged: no sound begins in it'],
    ['a.mp3', Buffer.from([0xff, 0xfd, 0, 0]), 'image-format is MPEG audio of another layer than the third'],
    ['a.m4a', m4a({ kind: 'vide' }), 'image-format holds more than sound'],
    ['a.m4a', m4a({ coding: 'alac' }), 'image-format holds sound in another coding than AAC'],
    ['a.m4a', m4a().subarray(0, -1), 'image-corrupt is damaged: its parts cannot be told apart'],
  ])('refuses %s: %#', (path, bytes, fault) => {
    expect(audioFacts(path, bytes).faults.map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([fault]);
  });
});
