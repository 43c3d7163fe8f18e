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

/** Pictures of H.264, each unit behind its length. */
export function picturesOf(...units: ReadonlyArray<Buffer>): Buffer {
  return Buffer.concat(
    units.flatMap((unit) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(unit.length);
      return [length, unit];
    }),
  );
}

const pictures = picturesOf(Buffer.alloc(28, 7));
const sound = Buffer.alloc(32, 9);

/** An MPEG-4 film of one track of pictures and one of sound, and what else stands in its movie, among them and behind. */
export function mp4({
  brand = 'isom',
  coding = 'avc1',
  shown = pictures,
  between = '',
  further = [] as Buffer[],
  said = [] as Buffer[],
  behind = [] as Buffer[],
} = {}): Buffer {
  const times = Buffer.alloc(24, 1);
  times[0] = 0;
  const head = box('ftyp', `${brand}\0\0\0\0isom`);
  const gap = Buffer.from(between, 'latin1');
  const movie = (start: number): Buffer =>
    box(
      'moov',
      box('mvhd', times),
      track('vide', coding, placed(start, shown.length)),
      track('soun', 'mp4a', placed(start + shown.length + gap.length, sound.length)),
      ...further,
      ...said,
    );
  const start = head.length + movie(0).length + 8;
  return Buffer.concat([head, movie(start), box('mdat', shown, gap, sound), ...behind]);
}

/** Tables of a track that has one piece of one sample. */
function placed(start: number, size: number): Buffer[] {
  const numbers = (...values: number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
    return bytes;
  };
  return [
    box('stsc', numbers(0, 1, 1, 1, 1)),
    box('stsz', numbers(0, 0, 1, size)),
    box('stco', numbers(0, 1, start)),
  ];
}

/** A track of some kind and coding, with tables of where its data are. */
export function track(kind: string, coding: string, tables: Buffer[] = []): Buffer {
  const configuration = kind === 'vide' ? [box('avcC', Buffer.of(1, 66, 0, 30, 0xff, 0xe0, 0))] : [];
  const entry = Buffer.alloc(kind === 'vide' ? 78 : 28);
  if (kind === 'vide') entry.write('GoPro AVC', 42, 'latin1');
  const described = box('stsd', Buffer.alloc(8), box(coding, entry, ...configuration));
  const handler = box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(12), 'GoPro handler\0');
  return box('trak', box('mdia', handler, box('minf', box('stbl', described, ...tables))));
}

/** An MPEG-4 file with a track of some kind and coding, and further boxes in its movie and track. */
export function m4a({ kind = 'soun', coding = 'mp4a', said = [] as Buffer[], between = '' } = {}): Buffer {
  const times = Buffer.alloc(24, 1);
  times[0] = 0;
  const head = box('ftyp', 'M4A \0\0\0\0isom');
  const handler = box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(13));
  const movie = (start: number): Buffer => {
    const described = box('stsd', Buffer.alloc(8), box(coding, Buffer.alloc(28)));
    const tables = box('stbl', described, ...placed(start, sound.length));
    const media = box('mdia', box('mdhd', times), handler, box('minf', tables));
    return box('moov', box('mvhd', times), box('trak', box('tkhd', times), media, ...said), ...said);
  };
  const start = head.length + movie(0).length + 8;
  return Buffer.concat([head, movie(start), box('mdat', sound, between)]);
}
