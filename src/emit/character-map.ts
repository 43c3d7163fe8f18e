/** Where the tables of a font are listed, and its map of characters among them (OpenType 1.9, `cmap`). */
const fontHeader = { tables: 4, length: 12 };
const tableRecord = { offset: 8, length: 16 };
const mapHeader = { subtables: 2, length: 4 };
const subtableRecord = { encoding: 2, offset: 4, length: 8 };

/** The platforms and encodings that are Unicode, those of all its planes first. */
const unicode = ['3 10', '0 6', '0 4', '3 1', '0 3', '0 2', '0 1', '0 0'];

/** Whether a font has a glyph for a code point. */
export type CharacterMap = (codePoint: number) => boolean;

/**
 * The map of characters of a font, if it is of format 4 or 12 and for Unicode, as those of most fonts are. What
 * reads all that is in fonts takes a tenth of a second to load, and most books need no more of theirs than this.
 *
 * @returns undefined where the font is packed or damaged, or its map has another format
 */
export function characterMap(font: Uint8Array): CharacterMap | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  try {
    const table = tableOf(view, 'cmap');
    if (table === undefined) return undefined;
    const at = subtableOf(view, table);
    if (at === undefined) return undefined;
    const format = view.getUint16(at);
    if (format === 4) return segments(view, at);
    return format === 12 ? groups(view, at) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tableOf(view: DataView, name: string): number | undefined {
  const isTrueType = [0x00010000, 0x74727565].includes(view.getUint32(0));
  const count = isTrueType ? view.getUint16(fontHeader.tables) : 0;
  for (let index = 0; index < count; index++) {
    const at = fontHeader.length + index * tableRecord.length;
    const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(at + byte))).join('');
    if (tag === name) return view.getUint32(at + tableRecord.offset);
  }
  return undefined;
}

function subtableOf(view: DataView, table: number): number | undefined {
  const found = new Map<string, number>();
  const count = view.getUint16(table + mapHeader.subtables);
  for (let index = 0; index < count; index++) {
    const at = table + mapHeader.length + index * subtableRecord.length;
    const encoding = `${view.getUint16(at)} ${view.getUint16(at + subtableRecord.encoding)}`;
    if (!found.has(encoding)) found.set(encoding, table + view.getUint32(at + subtableRecord.offset));
  }
  const chosen = unicode.find((encoding) => found.has(encoding));
  return chosen === undefined ? undefined : found.get(chosen);
}

/** Format 4: segments of the first plane, each with a step to its glyphs or a list of them. */
function segments(view: DataView, at: number): CharacterMap {
  const stop = at + view.getUint16(at + 2);
  const size = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + size + 2;
  const steps = starts + size;
  const offsets = steps + size;
  // A map that is cut off is none.
  view.getUint16(stop - 2);
  return (codePoint) => {
    const index = lastAtMost(codePoint, size / 2, (each) => view.getUint16(starts + 2 * each));
    if (index < 0 || codePoint > view.getUint16(ends + 2 * index)) return false;
    const step = view.getUint16(steps + 2 * index);
    const offset = view.getUint16(offsets + 2 * index);
    if (offset === 0) return ((codePoint + step) & 0xffff) !== 0;
    const place = offsets + 2 * index + offset + 2 * (codePoint - view.getUint16(starts + 2 * index));
    const glyph = place + 2 <= stop ? view.getUint16(place) : 0;
    return glyph !== 0 && ((glyph + step) & 0xffff) !== 0;
  };
}

/** Format 12: groups of code points of all planes, whose glyphs follow one another. */
function groups(view: DataView, at: number): CharacterMap {
  const count = view.getUint32(at + 12);
  const group = (index: number): number => at + 16 + 12 * index;
  view.getUint8(group(count) - 1);
  return (codePoint) => {
    const index = lastAtMost(codePoint, count, (each) => view.getUint32(group(each)));
    if (index < 0 || codePoint > view.getUint32(group(index) + 4)) return false;
    return view.getUint32(group(index) + 8) + codePoint - view.getUint32(group(index)) !== 0;
  };
}

/** Index of the last of ascending numbers that is not above another; -1 where there is none. */
function lastAtMost(limit: number, count: number, numberAt: (index: number) => number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
