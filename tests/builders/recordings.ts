/** A box of an MPEG-4 file. */
export function box(type: string, ...content: ReadonlyArray<Uint8Array | string>): Buffer {
  const parts = content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part));
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), ...parts]);
  whole.writeUInt32BE(whole.length, 0);
  return whole;
}

/** MP3 sound of a tenth of a second, silent. */
export function mp3(frames = 4): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** A tag of ID3v2.4 with these bytes in it. */
export function id3(content: string): Buffer {
  const head = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1');
  head[9] = content.length;
  return Buffer.concat([head, Buffer.from(content, 'latin1')]);
}

/** A page of an Ogg stream, its checksum left out. */
function oggPage(sequence: number, content: Buffer, isOpen = false): Buffer {
  const full = Math.floor(content.length / 255);
  const segments = Buffer.from([
    ...Array.from({ length: full }, () => 255),
    ...(isOpen ? [] : [content.length % 255]),
  ]);
  const head = Buffer.alloc(27);
  head.write('OggS', 0, 'latin1');
  head.writeUInt32LE(7, 14);
  head.writeUInt32LE(sequence, 18);
  head[26] = segments.length;
  return Buffer.concat([head, segments, content]);
}

/** Opus in Ogg, whose comments take two pages. */
export function opus({ head = 'OpusHead', tags = 'OpusTags' } = {}): Buffer {
  const comments = Buffer.concat([Buffer.from(`${tags}ARTIST=A. Source`), Buffer.alloc(510, 65)]);
  return Buffer.concat([
    oggPage(0, Buffer.from(`${head}\x01\x01`, 'latin1')),
    oggPage(1, comments.subarray(0, 510), true),
    oggPage(2, comments.subarray(510)),
    oggPage(3, Buffer.alloc(40, 9)),
  ]);
}

/** An MPEG-4 film of one track of pictures and one of sound, and what else stands in its movie and behind it. */
export function mp4({
  brand = 'isom',
  coding = 'avc1',
  further = [] as Buffer[],
  said = [] as Buffer[],
  behind = [] as Buffer[],
} = {}): Buffer {
  const times = Buffer.alloc(24, 1);
  times[0] = 0;
  return Buffer.concat([
    box('ftyp', `${brand}\0\0\0\0isom`),
    box('moov', box('mvhd', times), track('vide', coding), track('soun', 'mp4a'), ...further, ...said),
    box('mdat', Buffer.alloc(64, 7)),
    ...behind,
  ]);
}

/** A track of some kind and coding. */
export function track(kind: string, coding: string): Buffer {
  const described = box('stsd', Buffer.alloc(8), box(coding, Buffer.alloc(28)));
  const handler = box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(13));
  return box('trak', box('mdia', handler, box('minf', box('stbl', described))));
}

/** An MPEG-4 file with a track of some kind and coding, and further boxes in its movie and track. */
export function m4a({ kind = 'soun', coding = 'mp4a', said = [] as Buffer[] } = {}): Buffer {
  const times = Buffer.alloc(24, 1);
  times[0] = 0;
  const described = box('stsd', Buffer.alloc(8), box(coding, Buffer.alloc(28)));
  const handler = box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(13));
  const media = box('mdia', box('mdhd', times), handler, box('minf', box('stbl', described)));
  const recorded = box('trak', box('tkhd', times), media, ...said);
  return Buffer.concat([
    box('ftyp', 'M4A \0\0\0\0isom'),
    box('moov', box('mvhd', times), recorded, ...said),
    box('mdat', Buffer.alloc(64, 7)),
  ]);
}
