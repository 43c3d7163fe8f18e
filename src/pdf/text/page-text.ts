import { nameIn, type Dictionary, type Operand } from '../content/operand.ts';
import { Operations } from '../content/operations.ts';
import { readNumber } from '../content/read-operand.ts';
import { isNumeric, skipSpace, skipToken } from '../content/tokens.ts';
import type { Objects } from '../file/objects.ts';
import { contentOf, type FilePage } from '../file/pages.ts';
import type { TextFonts } from './fonts.ts';
import { RunWriter, type TextRun } from './run-writer.ts';
import { Space } from './space.ts';

/** Forms in forms; what lies deeper is left out. */
const deepest = 12;
/** Forms on a page, each as often as it is drawn; what comes behind them is left out. */
const mostForms = 20_000;

/**
 * The text of a page in the order of painting: what `ActualText` says (ISO 32000-1, 14.9.4) where it
 * says something, and right-to-left runs as they are read, whose end is shown first (14.8.2.3.3).
 *
 * @param fonts the fonts of the file
 * @param measured whether the widths of runs are wanted, which takes twice the time
 */
export function pageText(page: FilePage, objects: Objects, fonts: TextFonts, measured = false): TextRun[] {
  const reader = new Reader(objects, fonts, measured);
  reader.read(contentOf(page, objects), page.resources, 0);
  return reader.writer.end();
}

class Reader {
  readonly writer: RunWriter;
  readonly #objects: Objects;
  readonly #fonts: TextFonts;
  readonly #space = new Space();
  readonly #measured: boolean;
  #forms = 0;

  constructor(objects: Objects, fonts: TextFonts, measured: boolean) {
    this.#measured = measured;
    this.#objects = objects;
    this.#fonts = fonts;
    this.writer = new RunWriter(fonts.write, measured);
  }

  read(content: Uint8Array, resources: Dictionary | undefined, depth: number): void {
    const space = this.#space;
    const operations = new Operations(content);
    while (operations.next()) {
      const { operator } = operations;
      if (operator === 'TJ') this.#showAll(content, operations.start + 1, operations.end);
      else if (operator === 'Tj') this.#show(content, operations.start);
      else if (operator === 'Td') {
        if (this.#measured || this.writer.isUnplaced) this.#moveText(operations);
      } else if (operator === 'cm') space.transform(operations.numbers());
      else if (operator === 'q') space.save();
      else if (operator === 'Q') space.restore();
      else if (operator === 'Do') this.#form(nameIn(operations.operand(0)) ?? '', resources, depth);
      else this.#text(operations, content, resources);
    }
  }

  #text(operations: Operations, content: Uint8Array, resources: Dictionary | undefined): void {
    const { writer } = this;
    const space = this.#space;
    switch (operations.operator) {
      case 'BT':
        writer.endRun();
        writer.startLine();
        space.beginText();
        break;
      case 'ET':
        writer.endRun();
        break;
      case 'Tm':
        writer.endRun();
        writer.startLine();
        space.setText(operations.numbers());
        break;
      case 'TD':
        this.#moveText(operations);
        break;
      case 'Tf':
        writer.font = this.#fonts.named(nameIn(operations.operand(0)) ?? '', resources);
        writer.size = operations.number(1);
        break;
      case 'Tc':
        writer.letterSpacing = operations.number(0);
        break;
      case 'BMC':
      case 'BDC':
        this.#open(operations, resources);
        break;
      case 'EMC':
        writer.close();
        break;
      default:
    }
  }

  #open(operations: Operations, resources: Dictionary | undefined): void {
    const tag = nameIn(operations.operand(0)) ?? '';
    // A book has tens of thousands of other marks, whose properties say nothing of the text.
    const properties = tag === 'Span' ? this.#properties(operations.operand(1), resources) : undefined;
    this.writer.open(tag, properties);
  }

  #moveText(operations: Operations): void {
    this.writer.startLine();
    this.#space.moveText(operations);
  }

  #show(content: Uint8Array, start: number): number {
    const { writer } = this;
    if (writer.isUnplaced) writer.placeAt(this.#space.place());
    const end = writer.show(content, start);
    if (this.#measured) writer.endAt(this.#space.place(writer.last));
    return end;
  }

  /** The strings of an array, and the distances between them. */
  #showAll(content: Uint8Array, start: number, end: number): void {
    for (let index = skipSpace(content, start); index < end && content[index] !== 0x5d;) {
      const byte = content[index]!;
      if (byte === 0x28 || byte === 0x3c) index = this.#show(content, index);
      else {
        const next = skipToken(content, index);
        if (this.#measured && isNumeric(byte)) this.writer.moveBack(readNumber(content, index, next));
        index = next;
      }
      index = skipSpace(content, index);
    }
  }

  #properties(operand: Operand | undefined, resources: Dictionary | undefined): Dictionary | undefined {
    const name = nameIn(operand);
    if (name === undefined) return operand instanceof Map ? operand : undefined;
    return this.#objects.dictionary(this.#objects.dictionary(resources?.get('Properties'))?.get(name));
  }

  #form(name: string, resources: Dictionary | undefined, depth: number): void {
    const reference = this.#objects.dictionary(resources?.get('XObject'))?.get(name);
    const dictionary = this.#objects.dictionary(reference);
    this.#forms++;
    if (depth === deepest || this.#forms > mostForms || nameIn(dictionary?.get('Subtype')) !== 'Form') return;
    const form = this.#objects.stream(reference);
    if (form === undefined) return;
    this.writer.endRun();
    this.#space.save();
    this.#space.transform(this.#objects.array(form.dictionary.get('Matrix')).map(Number));
    this.read(form.bytes, this.#objects.dictionary(form.dictionary.get('Resources')) ?? resources, depth + 1);
    this.writer.endRun();
    this.#space.restore();
  }
}
