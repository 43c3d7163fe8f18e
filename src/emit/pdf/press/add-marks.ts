import { deflateSync } from 'node:zlib';
import { PDFDict, PDFName, type PDFArray, type PDFDocument, type PDFPageLeaf, type PDFRef } from 'pdf-lib';
import type { PressBoxes } from './boxes.ts';
import { contentsOf } from '../content/contents-of.ts';
import { cropMarks, slugLineBox } from './crop-marks.ts';
import { written } from '../content/written.ts';
import type { OutlineSetter } from './slug-line.ts';

/** What the slug line says. */
export interface Slug {
  /** On every page. */
  readonly text: string;
  /** Behind it, page by page. */
  readonly labels: ReadonlyArray<string>;
}

/**
 * Draws crop marks and a slug line around each page, on every plate, and keeps what the page paints
 * inside its bleed.
 *
 * @param boxesOf the boxes of a page by its index
 * @param setter undefined where there is no face to set the line with
 *
 * @internal its types are of a package that programs of others do not have
 */
export function addMarks(
  document: PDFDocument,
  boxesOf: (index: number) => PressBoxes,
  { text, labels }: Slug,
  setter: OutlineSetter | undefined,
): void {
  const { context } = document;
  const stream = (...lines: string[]): PDFRef => {
    const content = deflateSync(Buffer.from(lines.join('\n'), 'latin1'));
    return context.register(context.stream(content, { Filter: 'FlateDecode' }));
  };
  // What is the same on all pages is in the file once.
  const frames = new Map<PressBoxes, Frame>();
  const frameOf = (boxes: PressBoxes): Frame => {
    const { left, bottom, right, top } = boxes.bleed;
    const area = [left, bottom, right - left, top - bottom].map(written).join(' ');
    const line = setter?.set(text, slugLineBox(boxes));
    return {
      clip: stream(`q ${area} re W n q\n`),
      marks: stream(
        '\nQ Q q /Registration cs 1 scn /Registration CS 1 SCN',
        cropMarks(boxes),
        line?.content ?? '',
        '',
      ),
      right: line?.right ?? 0,
    };
  };
  const restore = stream('Q');
  const registration = context.register(registrationSpace(document));
  for (const [index, page] of document.getPages().entries()) {
    nameRegistration(page.node, registration);
    const boxes = boxesOf(index);
    const frame = frames.get(boxes) ?? frameOf(boxes);
    frames.set(boxes, frame);
    const box = { ...slugLineBox(boxes), left: frame.right };
    const label = setter?.set(labels[index] ?? '', box).content ?? '';
    const own = label === '' ? restore : stream(label, 'Q');
    page.node.set(
      PDFName.of('Contents'),
      context.obj([frame.clip, ...contentsOf(page.node), frame.marks, own]),
    );
  }
}

/** What stands around pages with the same boxes. */
interface Frame {
  /** Before the content of the page. */
  readonly clip: PDFRef;
  /** Behind it. */
  readonly marks: PDFRef;
  /** Where the slug line goes on. */
  readonly right: number;
}

function nameRegistration(page: PDFPageLeaf, registration: PDFRef): void {
  const resources = page.Resources() ?? page.context.obj({});
  const spaces = resources.lookup(PDFName.of('ColorSpace'));
  // Pages may share the dictionary; the name means the same in all of them.
  const named = spaces instanceof PDFDict ? spaces : page.context.obj({});
  named.set(PDFName.of('Registration'), registration);
  resources.set(PDFName.of('ColorSpace'), named);
  page.set(PDFName.of('Resources'), resources);
}

/** The colour of all plates (ISO 32000-1, 8.6.6.4). */
function registrationSpace({ context }: PDFDocument): PDFArray {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  return context.obj([PDFName.of('Separation'), PDFName.of('All'), PDFName.of('DeviceCMYK'), tint]);
}
