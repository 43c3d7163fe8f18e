import { markers, segment } from './jpeg-segments.ts';

/** One of two: what shows of a picture differs between them. */
export type Shade = 'dark' | 'light';

/** The frame of a JPEG (ITU-T T.81, B.2.2). */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: ReadonlyArray<Component>;
}

interface Component {
  readonly id: number;
  /** Blocks of eight by eight samples in a unit: across, and in all. */
  readonly across: number;
  readonly down: number;
  readonly table: number;
}

/**
 * The frame and a scan of the size of another picture, of one shade: baseline, two bits a block.
 *
 * @param original the frame of the other: its segment
 * @returns the rest of the file; undefined where the other is not of a kind that browsers paint as it is
 */
export function solidImage(original: Buffer, shade: Shade): Buffer | undefined {
  const frame = frameOf(original);
  if (frame === undefined) return undefined;
  const baseline = Buffer.from(original);
  baseline[1] = 0xc0;
  const { components } = frame;
  const scan = [components.length, ...components.flatMap(({ id }) => [id, 0]), 0, 63, 0];
  return Buffer.concat([
    ...[...new Set(components.map(({ table }) => table))].map((table) =>
      segment(markers.quantization, Buffer.of(table, ...Array<number>(64).fill(step))),
    ),
    baseline,
    segment(markers.huffman, Buffer.of(0x00, 1, 1, ...zeros(14), 0, category)),
    segment(markers.huffman, Buffer.of(0x10, 1, ...zeros(15), 0)),
    segment(markers.startOfScan, Buffer.of(...scan)),
    blocks(blocksIn(frame), shade),
    Buffer.of(0xff, 0xd9),
  ]);
}

/** Sequential and progressive ones of 8 bits a sample, in greys or three colours. */
function frameOf(bytes: Buffer): Frame | undefined {
  const count = bytes[9];
  if (bytes.length < 10 + 3 * (count ?? 0) || bytes[4] !== 8) return undefined;
  if (count !== 1 && count !== 3) return undefined;
  const [height, width] = [bytes.readUInt16BE(5), bytes.readUInt16BE(7)];
  const components = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0, table = 0] = bytes.subarray(10 + 3 * index);
    return { id, across: sampling >> 4, down: sampling & 15, table };
  });
  const inUnit = components.reduce((sum, { across, down }) => sum + across * down, 0);
  // A scan takes no more.
  return height > 0 && width > 0 && inUnit >= count && inUnit <= 10
    ? { width, height, components }
    : undefined;
}

/** How many blocks of eight by eight samples there are of all components (ITU-T T.81, A.2). */
function blocksIn({ width, height, components }: Frame): number {
  if (components.length === 1) return Math.ceil(width / 8) * Math.ceil(height / 8);
  const across = 8 * Math.max(...components.map((each) => each.across));
  const down = 8 * Math.max(...components.map((each) => each.down));
  const inUnit = components.reduce((sum, each) => sum + each.across * each.down, 0);
  return Math.ceil(width / across) * Math.ceil(height / down) * inUnit;
}

/** Of how many bits the one difference of brightness is, and in what steps: as dark or light as can be. */
const category = 7;
const step = 8;

/** The first block says how bright all is; the others, as two bits each, that nothing changes. */
function blocks(count: number, shade: Shade): Buffer {
  const bits = 2 * count + 1 + category;
  const bytes = Buffer.alloc(Math.ceil(bits / 8));
  // The code of the category, `10`, the difference, and the end of the block, `0`.
  bytes.writeUInt16BE(shade === 'light' ? 0b10_1111111_0_000000 : 0b10_0000000_0_000000);
  bytes[bytes.length - 1]! |= (1 << (8 * bytes.length - bits)) - 1;
  return bytes;
}

function zeros(count: number): number[] {
  return Array<number>(count).fill(0);
}
