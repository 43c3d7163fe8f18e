import { PDFDict, PDFName, type PDFDocument, type PDFRef } from 'pdf-lib';
import { Operations } from '../../../pdf/content/operations.ts';
import { contentsOf } from '../content/contents-of.ts';
import { Replacements } from '../content/replacements.ts';
import { rewriteStreams } from '../content/rewrite-streams.ts';

/**
 * Makes black text print over what lies beneath it on pages that have colours, so that no white
 * edge shows where the plates are not in register. `DeviceGray` cannot overprint (ISO 32000-1,
 * table 149), the separation Black can; viewers show both alike. Pages in black alone need nothing.
 *
 * @param isColoured whether a page has colours, in its own content or in what it places
 */
export async function overprintText(
  document: PDFDocument,
  isColoured: (page: PDFDict) => boolean,
): Promise<void> {
  const pages = document.getPages().filter(({ node }) => isColoured(node));
  if (pages.length === 0) return;
  const { context } = document;
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [1], C1: [0], N: 1 });
  const black = context.register(
    context.obj([PDFName.of('Separation'), PDFName.of('Black'), PDFName.of('DeviceGray'), tint]),
  );
  const states = [true, false].map((op) =>
    context.register(context.obj({ Type: 'ExtGState', op, OP: op, OPM: op ? 1 : 0 })),
  );
  for (const { node } of pages) {
    const resources = node.Resources();
    if (resources === undefined) continue;
    add(resources, 'ColorSpace', { PlateBlack: black });
    add(resources, 'ExtGState', { Overprint: states[0], Knockout: states[1] });
  }
  const contents = pages.flatMap(({ node }) => (node.Resources() === undefined ? [] : contentsOf(node)));
  await rewriteStreams(context, new Set(contents), withOverprint);
}

/** A content stream in which text filled with black overprints; all else is as before. */
export function withOverprint(content: Uint8Array): Uint8Array {
  const replacements = new Replacements(content);
  const stack: boolean[] = [];
  let black = true;
  let changed = false;
  const operations = new Operations(content);
  while (operations.next()) {
    const { operator, start, end } = operations;
    switch (operator) {
      case 'q':
        stack.push(black);
        break;
      case 'Q':
        black = stack.pop() ?? true;
        break;
      case 'g':
        black = operations.numbers()[0] === 0;
        break;
      case 'rg':
      case 'k':
      case 'cs':
      case 'sc':
      case 'scn':
        black = false;
        break;
      case 'BT':
        changed = black;
        if (changed) replacements.replace(start, end, '/Overprint gs /PlateBlack cs 1 scn BT');
        break;
      case 'ET':
        if (changed) replacements.replace(start, end, `ET /Knockout gs${black ? ' 0 g' : ''}`);
        changed = false;
        break;
      default:
    }
  }
  return replacements.joined();
}

function add(resources: PDFDict, kind: string, entries: Readonly<Record<string, PDFRef | undefined>>): void {
  const known = resources.lookup(PDFName.of(kind));
  const own = known instanceof PDFDict ? known : resources.context.obj({});
  for (const [name, ref] of Object.entries(entries)) if (ref !== undefined) own.set(PDFName.of(name), ref);
  resources.set(PDFName.of(kind), own);
}
