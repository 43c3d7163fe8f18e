import { Replacements } from '../press/replacements.ts';
import { PaintRuns, type Layer } from './paint-runs.ts';
import { scan, type ByteRange } from './scan.ts';

/** What a page is known to hold. */
export interface PageFacts {
  /** Numbers of marked content that the structure does not know. */
  readonly decoration: ReadonlySet<number>;
  /** Half the height of the sheet, in CSS pixels. */
  readonly middle: number;
}

/** How artifacts are marked (ISO 32000-1, 14.8.2.2, Table 330). */
const openings: Readonly<Record<Layer, string>> = {
  header: '/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n',
  footer: '/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n',
  layout: '/Artifact <</Type/Layout>>BDC\n',
};

const background = '/Artifact <</Type/Background>>BDC';

/**
 * Marks everything on a page that is no part of the text as an artifact (ISO 14289-1, 7.1):
 * heads and folios, rules and backgrounds.
 *
 * @param content the decoded content stream
 * @returns the content itself where there is nothing to mark
 */
export function markArtifacts(content: Uint8Array, { decoration, middle }: PageFacts): Uint8Array {
  const pieces = new Replacements(content);
  const runs = new PaintRuns(content, middle);
  scan(content, (operation) => {
    const tag = operation.operator === 'BDC' ? operation.operands[1] : undefined;
    const number = tag === undefined ? undefined : markedContent(content, tag);
    const run = runs.next(operation, number !== undefined);
    if (run !== undefined) mark(pieces, run);
    if (number !== undefined && decoration.has(number)) {
      pieces.replace(operation.start, operation.end, background);
    }
  });
  const last = runs.end();
  if (last !== undefined) mark(pieces, last);
  return pieces.joined();
}

function mark(
  pieces: Replacements,
  { start, end, layer }: { start: number; end: number; layer: Layer },
): void {
  pieces.replace(start, start, openings[layer]);
  pieces.replace(end, end, '\nEMC');
}

/** The number in a property list such as `<</MCID 12>>`. */
function markedContent(content: Uint8Array, [start, end]: ByteRange): number | undefined {
  const list = Buffer.from(content.buffer, content.byteOffset + start, end - start).toString('latin1');
  const number = /\/MCID\s+(\d+)/.exec(list)?.[1];
  return number === undefined ? undefined : Number(number);
}
