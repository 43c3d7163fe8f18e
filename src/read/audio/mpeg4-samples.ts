import { latin1, viewOf } from '../files/bytes.ts';
import type { Box } from './mpeg4-boxes.ts';

/** Bytes of a file from one place to another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a track has in the file, in its order: pieces that are read at once, and what they are made of. */
export interface TrackData {
  readonly chunks: ReadonlyArray<Stretch>;
  /** Each picture, or the sound of a moment. */
  readonly samples: () => Iterable<Stretch>;
}

/** Tables of a track (ISO/IEC 14496-12, 8.7). */
interface Tables {
  readonly offsets: ReadonlyArray<number>;
  /** From which chunk on, counted from 1, each holds so many samples. */
  readonly runs: ReadonlyArray<{ readonly first: number; readonly samples: number }>;
  readonly count: number;
  readonly sizeOf: (sample: number) => number;
}

/**
 * Where what a track plays stands in the file; undefined where its tables are missing or do not fit each other.
 *
 * @param description the boxes that describe it lie in
 * @param boxes those of the track
 * @param size of the file
 */
export function trackData(
  description: Uint8Array,
  boxes: ReadonlyArray<Box>,
  size: number,
): TrackData | undefined {
  const tables = tablesIn(description, boxes);
  if (tables === undefined) return undefined;
  const { offsets, runs, count, sizeOf } = tables;
  const chunks: Stretch[] = [];
  const held: number[] = [];
  let sample = 0;
  let run = 0;
  for (const [index, start] of offsets.entries()) {
    while ((runs[run + 1]?.first ?? Infinity) <= index + 1) run += 1;
    const samples = Math.min(runs[run]?.samples ?? 0, count - sample);
    let end = start;
    for (const last = sample + samples; sample < last && end <= size; sample++) end += sizeOf(sample);
    if (end > size) return undefined;
    chunks.push({ start, end });
    held.push(samples);
  }
  if (sample < count) return undefined;
  return {
    chunks,
    *samples() {
      let next = 0;
      for (const [index, { start }] of chunks.entries()) {
        let at = start;
        for (const last = next + (held[index] ?? 0); next < last; next++) {
          const end = at + sizeOf(next);
          yield { start: at, end };
          at = end;
        }
      }
    },
  };
}

function tablesIn(bytes: Uint8Array, boxes: ReadonlyArray<Box>): Tables | undefined {
  const find = (...types: ReadonlyArray<string>): Box | undefined =>
    boxes.find(({ type }) => types.includes(type));
  const [places, runs, sizes] = [find('stco', 'co64'), find('stsc'), find('stsz')];
  if (places === undefined || runs === undefined || sizes === undefined) return undefined;
  const view = viewOf(bytes);
  const entries = ({ content, end }: Box, width: number, head = 4): number[] | undefined => {
    const first = content + head + 4;
    if (first > end) return undefined;
    const count = view.getUint32(content + head);
    if (first + count * width > end) return undefined;
    return Array.from({ length: count }, (_, index) => first + index * width);
  };
  const isLong = places.type === 'co64';
  const offsets = entries(places, isLong ? 8 : 4)?.map((at) =>
    isLong ? Number(view.getBigUint64(at)) : view.getUint32(at),
  );
  const groups = entries(runs, 12)?.map((at) => ({
    first: view.getUint32(at),
    samples: view.getUint32(at + 4),
  }));
  if (offsets === undefined || groups === undefined || sizes.content + 12 > sizes.end) return undefined;
  const each = view.getUint32(sizes.content + 4);
  const count = view.getUint32(sizes.content + 8);
  if (each === 0 && entries(sizes, 4, 8) === undefined) return undefined;
  const firstSize = sizes.content + 12;
  return {
    offsets,
    runs: groups,
    count,
    sizeOf: (sample) => (each === 0 ? view.getUint32(firstSize + sample * 4) : each),
  };
}

/**
 * What of some stretches no other ones have: in a file, what nothing plays, though it lies among pictures and sound.
 * Undefined where one of those does not lie within.
 */
export function unplayed(
  within: ReadonlyArray<Stretch>,
  played: ReadonlyArray<Stretch>,
): Stretch[] | undefined {
  const sorted = played.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  const gaps: Stretch[] = [];
  let next = 0;
  for (const { start, end } of within.toSorted((a, b) => a.start - b.start)) {
    let at = start;
    for (let each = sorted[next]; each !== undefined && each.start < end; each = sorted[++next]) {
      if (each.start < start || each.end > end) return undefined;
      if (each.start > at) gaps.push({ start: at, end: each.start });
      at = Math.max(at, each.end);
    }
    if (at < end) gaps.push({ start: at, end });
  }
  return next < sorted.length ? undefined : gaps;
}

/** The boxes of each track, that of the track itself first. */
export function tracksIn(boxes: ReadonlyArray<Box>): Box[][] {
  return boxes
    .filter(({ type }) => type === 'trak')
    .map((track) => boxes.filter(({ start, end }) => start >= track.start && end <= track.end));
}

/** Whether a track has its data in this very file, and names no other (ISO/IEC 14496-12, 8.7.2). */
export function isSelfContained(bytes: Uint8Array, boxes: ReadonlyArray<Box>): boolean {
  const view = viewOf(bytes);
  return boxes
    .filter(({ type }) => type === 'dref')
    .every(({ content, end }) => {
      for (let at = content + 8; at + 12 <= end; at += Math.max(view.getUint32(at), 8))
        if (latin1(bytes, at + 4, at + 8) !== 'url ' || view.getUint32(at) !== 12) return false;
      return true;
    });
}
