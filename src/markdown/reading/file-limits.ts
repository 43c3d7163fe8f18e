import { limits } from '../../book/limits.ts';
import { containerEnds } from './container-ends.ts';
import { nestedContainers } from './nested-containers.ts';

const mostContainers = limits['file-containers'].most;

/** What one file may hold, told by where each of it begins or ends, in order. */
export const fileLimits: ReadonlyArray<{
  readonly most: number;
  readonly placesIn: (source: string) => ReadonlyArray<number>;
  readonly fault: string;
}> = [
  {
    most: limits['file-lines'].most,
    placesIn: linesIn,
    fault: `has more than ${limits['file-lines'].most} lines`,
  },
  {
    most: limits['file-terms'].most,
    placesIn: definitionsIn,
    fault: `defines more than ${limits['file-terms'].most} terms`,
  },
  {
    most: limits['file-headings'].most,
    placesIn: headingsIn,
    fault: `has more than ${limits['file-headings'].most} headings`,
  },
  {
    most: mostContainers,
    placesIn: (source) => containerEnds(source, mostContainers),
    fault: `has more than ${mostContainers} lists and quotations`,
  },
  {
    most: mostContainers,
    placesIn: (source) => nestedContainers(source, mostContainers),
    fault: `has more than ${mostContainers} lists and quotations within others`,
  },
  {
    most: mostContainers,
    placesIn: blocksIn,
    fault: `has more than ${mostContainers} blocks between colons`,
  },
];
/** Where lines end. */
function linesIn(source: string): number[] {
  const ends: number[] = [];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) ends.push(at);
  return ends;
}

/** Where definitions of terms begin. */
function definitionsIn(source: string): number[] {
  return source.includes('\n:') ? Array.from(source.matchAll(/^: /gm), ({ index }) => index) : [];
}

/** Where blocks between colons begin. */
function blocksIn(source: string): number[] {
  if (!source.includes(':::')) return [];
  return Array.from(source.matchAll(/^[ \t>]*:{3,}[ \t]*[\p{L}{]/gmu), ({ index }) => index);
}

/** Where headings begin, behind signs, or end, above a line of them; those in code among them. */
function headingsIn(source: string): number[] {
  return Array.from(
    source.matchAll(/^ {0,3}#{1,6}(?:[ \t]|$)|\S[ \t]*\n {0,3}(?:=+|-+)[ \t]*$/gm),
    ({ index }) => index,
  );
}
