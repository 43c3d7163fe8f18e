import type { BlockPart, PreviewState, PrintFacts } from '../protocol.ts';

/** A place in the manuscript. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

/**
 * What was written that stands at a height of a page: the innermost block there, or else the one nearest above.
 *
 * @param y in points from the upper edge of the sheet
 */
export function sourceAt(blocks: ReadonlyArray<BlockPart>, page: number, y: number): SourcePlace | undefined {
  const there = blocks.filter((block) => block.page === page);
  const around = there.filter(({ top, bottom }) => top <= y && y <= bottom);
  const above = there.filter(({ top }) => top <= y);
  const block = (around.length > 0 ? around : above.length > 0 ? above : there).reduce<BlockPart | undefined>(
    (best, each) => (best === undefined || isBetter(each, best, around.length > 0) ? each : best),
    undefined,
  );
  if (block === undefined) return undefined;
  const { from, to, top, bottom, line, lastLine } = block;
  const share = Math.min(1, Math.max(0, (y - top) / (bottom - top || 1)));
  const within = from + share * (to - from);
  return {
    file: block.file,
    line: Math.min(lastLine, line + Math.floor(within * (lastLine - line + 1))),
  };
}

/** Of blocks around a place the smallest is meant, of those above it the lowest. */
function isBetter(a: BlockPart, b: BlockPart, isAround: boolean): boolean {
  return isAround ? a.bottom - a.top <= b.bottom - b.top : a.top >= b.top;
}

/** The page on which a line of the manuscript stands, as an index; undefined where nothing of its file does. */
export function pageOf(blocks: ReadonlyArray<BlockPart>, { file, line }: SourcePlace): number | undefined {
  let best: BlockPart | undefined;
  for (const block of blocks) {
    if (block.file !== file || block.line > line) continue;
    const isInside = line <= block.lastLine;
    const lines = block.lastLine - block.line + 1;
    const share = (line - block.line + 0.5) / lines;
    if (isInside && (share < block.from || share > block.to)) continue;
    // What begins last is the innermost.
    if (best === undefined || block.line >= best.line) best = block;
  }
  return best?.page ?? blocks.find((block) => block.file === file)?.page;
}

/**
 * Where a page of an earlier print is in a later one: as far from the beginning of its section as it was.
 *
 * @param page an index
 */
export function movedPage(
  page: number,
  before: Pick<PrintFacts, 'pages' | 'sections'>,
  after: Pick<PrintFacts, 'pages' | 'sections'>,
): number {
  const last = Math.max(0, after.pages.length - 1);
  const section = before.sections.findLast((each) => each.page <= page);
  const index = after.sections.findIndex(({ id }) => id === section?.id);
  const there = after.sections[index];
  if (section === undefined || there === undefined) return Math.min(page, last);
  const end = Math.max(there.page, (after.sections[index + 1]?.page ?? after.pages.length) - 1);
  return Math.min(there.page + page - section.page, end, last);
}

/** An address that opens a file in the editor. */
export function editorLink(
  { folder, editor }: Pick<PreviewState, 'folder' | 'editor'>,
  { file, line }: SourcePlace,
  column = 1,
): string {
  const path = `${folder.replaceAll('\\', '/')}/${file}`.replace(/^\/*/, '/');
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('%3A', ':'))
    .join('/');
  if (editor === 'idea') return `idea://open?file=${encoded}&line=${line}&column=${column}`;
  return `${editor}://file${encoded}:${line}:${column}`;
}
