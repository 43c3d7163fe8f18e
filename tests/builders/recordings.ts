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

/** An MPEG-4 file with a track of some kind and coding, and further boxes in its movie and track. */
export function m4a({ kind = 'soun', coding = 'mp4a', said = [] as Buffer[] } = {}): Buffer {
  const times = Buffer.alloc(24, 1);
  times[0] = 0;
  const described = box('stsd', Buffer.alloc(8), box(coding, Buffer.alloc(28)));
  const handler = box('hdlr', Buffer.alloc(8), kind, Buffer.alloc(13));
  const media = box('mdia', box('mdhd', times), handler, box('minf', box('stbl', described)));
  const track = box('trak', box('tkhd', times), media, ...said);
  return Buffer.concat([
    box('ftyp', 'M4A \0\0\0\0isom'),
    box('moov', box('mvhd', times), track, ...said),
    box('mdat', Buffer.alloc(64, 7)),
  ]);
}
