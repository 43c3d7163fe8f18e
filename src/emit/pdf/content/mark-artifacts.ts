import { Operations, type Operation } from '../../../pdf/content/operations.ts';
import { PaintRuns, type Layer, type PaintRun, type Surroundings } from './paint-runs.ts';
import { Replacements } from './replacements.ts';

/** What a page, or a form, is known to hold. */
export interface PageFacts extends Surroundings {
  /** Numbers of marked content that the structure does not know. */
  readonly decoration: ReadonlySet<number>;
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
export function markArtifacts(content: Uint8Array, { decoration, ...around }: PageFacts): Uint8Array {
  const pieces = new Replacements(content);
  const runs = new PaintRuns(around);
  const operations = new Operations(content);
  while (operations.next()) {
    const number = operations.operator === 'BDC' ? numberOfTag(operations) : undefined;
    const run = runs.next(operations, number !== undefined);
    if (run !== undefined) mark(pieces, run);
    if (number !== undefined && decoration.has(number)) {
      pieces.replace(operations.start, operations.end, background);
    }
  }
  const last = runs.end();
  if (last !== undefined) mark(pieces, last);
  return pieces.joined();
}

function mark(pieces: Replacements, { start, end, layer }: PaintRun): void {
  pieces.replace(start, start, openings[layer]);
  pieces.replace(end, end, '\nEMC');
}

/** The number in a property list such as `<</MCID 12>>`. */
export function numberOfTag(operation: Operation): number | undefined {
  const properties = operation.operand(1);
  const number = properties instanceof Map ? properties.get('MCID') : undefined;
  return typeof number === 'number' ? number : undefined;
}
