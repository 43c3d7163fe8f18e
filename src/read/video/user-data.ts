/** Type of a unit with remarks on the pictures (ITU-T H.264, table 7-1). */
const remarksUnit = 6;

/** Types of remarks (H.264, annex D): room without meaning, and what makers of cameras and programs write. */
const filler = 3;
const registered = 4;
const unregistered = 5;

/** A remark of a unit. */
interface Remark {
  readonly type: number;
  readonly payload: Uint8Array;
  /** With its type and size. */
  readonly whole: Uint8Array;
}

/**
 * A unit of H.264 without what cameras and programs write into it for themselves: place, settings, names. Captions
 * stay. In its place stands room without meaning, so that the unit is as long as before.
 *
 * ITU-T H.264, 7.3.1, 7.3.2.3 and annex D.
 *
 * @param unit without its length
 * @returns undefined where there is nothing of it
 */
export function withoutUserData(unit: Uint8Array): Uint8Array | undefined {
  if (((unit[0] ?? 0) & 31) !== remarksUnit) return undefined;
  const remarks = remarksOf(unescaped(unit.subarray(1)));
  if (remarks !== undefined && !remarks.some(isUserData)) return undefined;
  const kept = (remarks ?? []).filter((remark) => !isUserData(remark)).map(({ whole }) => whole);
  const room = unit.length - 2 - escaped(Buffer.concat(kept)).length;
  const rebuilt = built(unit, room, kept);
  if (rebuilt?.length === unit.length) return rebuilt;
  return built(unit, unit.length - 2, []) ?? Buffer.concat([unit.subarray(0, 1), zeros(unit.length - 1)]);
}

function built(unit: Uint8Array, room: number, kept: ReadonlyArray<Uint8Array>): Uint8Array | undefined {
  if (room < 2) return undefined;
  return Buffer.concat([
    unit.subarray(0, 1),
    escaped(Buffer.concat([...roomOf(room), ...kept, Buffer.of(0x80)])),
  ]);
}

/** Bytes that no reader takes for anything, for a unit that is too short to hold a remark. */
function zeros(length: number): Uint8Array {
  return Buffer.alloc(length, 0x80);
}

/** Remarks without meaning that take so many bytes, at least two. */
function roomOf(length: number): Uint8Array[] {
  const sizeBytes = Math.floor((length - 2) / 256);
  const size = length - 2 - sizeBytes;
  // A size that takes one byte more than there is: two remarks share the room.
  if (Math.floor(size / 255) !== sizeBytes) return [...roomOf(2), ...roomOf(length - 2)];
  return [
    Buffer.concat([
      Buffer.of(filler),
      Buffer.alloc(sizeBytes, 255),
      Buffer.of(size % 255),
      Buffer.alloc(size, 255),
    ]),
  ];
}

function isUserData({ type, payload }: Remark): boolean {
  return type === unregistered || (type === registered && !isShown(payload));
}

/** Captions and the shape of the picture as broadcasters write them (ATSC A/53 part 4, 6.2.3). */
function isShown(payload: Uint8Array): boolean {
  const said = Buffer.from(payload.subarray(0, 7)).toString('latin1');
  return said.startsWith('\xB5\x00\x31') && /^(?:GA94|DTG1)$/.test(said.slice(3));
}

/** The remarks of a unit; undefined where it cannot be read. */
function remarksOf(bytes: Uint8Array): Remark[] | undefined {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  // The last bit that is set ends the unit.
  if (bytes[end - 1] === 0x80) end -= 1;
  const remarks: Remark[] = [];
  for (let start = 0; start < end;) {
    let at = start;
    const number = (): number => {
      let sum = 0;
      for (; bytes[at] === 255; at++) sum += 255;
      return sum + (bytes[at++] ?? 0);
    };
    const type = number();
    const size = number();
    if (at + size > end) return undefined;
    remarks.push({ type, payload: bytes.subarray(at, at + size), whole: bytes.subarray(start, at + size) });
    start = at + size;
  }
  return remarks;
}

/** Without the bytes that keep a unit from looking like the beginning of one (H.264, 7.4.1.1). */
function unescaped(bytes: Uint8Array): Uint8Array {
  const plain: number[] = [];
  let zerosBefore = 0;
  for (const byte of bytes) {
    if (zerosBefore >= 2 && byte === 3) zerosBefore = 0;
    else {
      plain.push(byte);
      zerosBefore = byte === 0 ? zerosBefore + 1 : 0;
    }
  }
  return Uint8Array.from(plain);
}

function escaped(bytes: Uint8Array): Uint8Array {
  const units: number[] = [];
  let zerosBefore = 0;
  for (const byte of bytes) {
    if (zerosBefore >= 2 && byte <= 3) {
      units.push(3);
      zerosBefore = 0;
    }
    units.push(byte);
    zerosBefore = byte === 0 ? zerosBefore + 1 : 0;
  }
  return Uint8Array.from(units);
}
