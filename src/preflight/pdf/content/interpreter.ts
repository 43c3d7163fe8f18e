import { PDFStream, type PDFObject } from 'pdf-lib';
import { nameIn, type Operand } from '../../../pdf/content/operand.ts';
import { Operations, type Operation } from '../../../pdf/content/operations.ts';
import { asDict, dictOf, entry, nameOf, numbersOf } from '../../../pdf/look-up.ts';
import type { PdfPage } from '../file/pages.ts';
import { decodeStream } from '../../../pdf/streams.ts';
import { opaque } from './blending.ts';
import { spaceOf } from './colour-space.ts';
import type { Inspector, Mark } from './events.ts';
import type { GraphicsState } from './graphics-state.ts';
import { imageOf, inlineImageOf } from './image.ts';
import { markOf } from './mark.ts';
import { boxAround, matrixOf, meet, multiply, scaleOf } from './matrix.ts';
import { paintings, type Painting } from './painting.ts';
import { Path } from './path.ts';
import type { Scope } from './scope.ts';
import { stateChanges } from './state-changes.ts';
import { TextObject } from './text-object.ts';

/** Forms within forms. */
const deepestForm = 12;
/** To unpack a form or a pattern takes as long as to read so many operators, a byte apart. */
const costOfStream = 500;

/** A pattern is chosen outside of the tag that encloses what is painted with it, and holds none itself. */
const ofPattern: Mark = { isArtifact: true, inPattern: true };

/** How many operators may still be read in a file: forms in forms multiply. */
export interface Budget {
  operators: number;
}

/** Reads the content of one page, and of the forms and patterns in it (ISO 32000-1, clauses 8 and 9). */
export class Interpreter {
  readonly #page: PdfPage;
  readonly #inspector: Inspector;
  readonly #budget: Budget;
  #state: GraphicsState;
  readonly #kept: GraphicsState[] = [];
  readonly #marks: (Mark | undefined)[] = [];
  readonly #text = new TextObject();
  readonly #patterns = new Set<PDFObject>();
  #path = new Path();
  #clips = false;

  constructor(page: PdfPage, inspector: Inspector, budget: Budget, state: GraphicsState) {
    this.#page = page;
    this.#inspector = inspector;
    this.#budget = budget;
    this.#state = state;
  }

  /** What a content stream changes ends with it. */
  run(content: Uint8Array, scope: Scope): void {
    const depth = this.#kept.length;
    const marks = this.#marks.length;
    this.#kept.push({ ...this.#state });
    const operations = new Operations(content);
    while (this.#budget.operators > 0 && operations.next()) {
      this.#budget.operators -= 1;
      const change = stateChanges.get(operations.operator);
      if (change === undefined) this.#operate(operations, scope, depth + 1);
      else {
        change(operations, this.#state, this.#text, scope);
        if (operations.operator === 'scn' || operations.operator === 'SCN')
          this.#usePattern(operations, scope);
      }
    }
    this.#state = this.#kept[depth] as GraphicsState;
    this.#kept.length = depth;
    if (this.#marks.length > marks) this.#marks.length = marks;
  }

  #operate(operation: Operation, scope: Scope, floor: number): void {
    const { operator } = operation;
    const painting = paintings.get(operator);
    if (painting !== undefined) {
      this.#paint(painting);
      return;
    }
    switch (operator) {
      case 'Tj':
      case 'TJ':
        this.#show(operation.operand(0));
        break;
      case "'":
        this.#text.nextLine(this.#state);
        this.#show(operation.operand(0));
        break;
      case '"':
        this.#state.wordSpacing = operation.number(0);
        this.#state.characterSpacing = operation.number(1);
        this.#text.nextLine(this.#state);
        this.#show(operation.operand(2));
        break;
      case 'q':
        if (this.#kept.length < 4096) this.#kept.push({ ...this.#state });
        break;
      case 'Q':
        if (this.#kept.length > floor) this.#state = this.#kept.pop() as GraphicsState;
        break;
      case 'sh':
        this.#shade(scope.resource('Shading', nameIn(operation.operand(0)) ?? ''), scope);
        break;
      case 'Do':
        this.#draw(scope.resource('XObject', nameIn(operation.operand(0)) ?? ''), scope);
        break;
      case 'BI':
        this.#image(inlineImageOf(operation.dictionary(), scope));
        break;
      case 'BMC':
      case 'BDC':
        this.#mark(nameIn(operation.operand(0)) ?? '', operation.operand(1), scope);
        break;
      case 'EMC':
        this.#marks.pop();
        break;
      case 'W':
      case 'W*':
        this.#clips = true;
        break;
      default:
        this.#path.construct(operation, this.#state.matrix);
    }
  }

  #show(shown: Operand | undefined): void {
    const state = this.#state;
    const { codes, box, size } = this.#text.show(state, shown);
    if (codes.length === 0 || this.#inspector.text === undefined) return;
    const seen = meet(box, state.clip);
    const mode = state.renderMode % 4;
    // Books made by other programs show every letter by itself: a literal is made many times faster than a spread.
    this.#inspector.text({
      page: this.#page,
      box: seen ?? box,
      mark: this.#marks.at(-1),
      blending: state.blending,
      font: state.font,
      codes,
      size,
      fill: mode === 1 || mode === 3 ? undefined : state.fill,
      stroke: mode === 1 || mode === 2 ? state.stroke : undefined,
      isInvisible: mode === 3 || seen === undefined,
    });
  }

  #paint({ fills, strokes }: Painting): void {
    const path = this.#path;
    const state = this.#state;
    const width = state.lineWidth * scaleOf(state.matrix);
    if (!path.isEmpty && (fills || strokes)) {
      const box = meet(path.box(Math.max(strokes ? width : 0, 0.002)), state.clip);
      if (box !== undefined)
        this.#inspector.path?.({
          ...this.#painted(box),
          fill: fills ? state.fill : undefined,
          stroke: strokes ? state.stroke : undefined,
          width,
          isRectangle: path.isRectangle,
          extent: path.box(),
        });
    }
    if (this.#clips && !path.isEmpty) state.clip = meet(path.box(), state.clip) ?? nothing;
    this.#clips = false;
    this.#path = new Path();
  }

  #draw(object: PDFObject | undefined, scope: Scope): void {
    if (!(object instanceof PDFStream)) return;
    const type = nameOf(object.dict, 'Subtype');
    if (type === 'Image') this.#image(imageOf(object, scope));
    if (type !== 'Form' || scope.depth >= deepestForm) return;
    const group = dictOf(object.dict, 'Group');
    const { blending } = this.#state;
    if (group !== undefined) {
      this.#inspector.group?.(group, this.#page, blending);
      // In a group all begins anew (ISO 32000-1, 11.6.6).
      this.#state.blending = opaque;
    }
    this.#within(object, scope.inner(object));
    this.#state.blending = blending;
  }

  /** The content of a form or of a pattern, in its own space. */
  #within(stream: PDFStream, scope: Scope): void {
    const { bytes } = decodeStream(stream);
    this.#budget.operators -= costOfStream + Math.ceil(bytes.length / 8);
    const outer = { ...this.#state };
    this.#state.matrix = multiply(matrixOf(numbersOf(stream.dict, 'Matrix')), outer.matrix);
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(stream.dict, 'BBox') ?? [];
    const box = boxAround(this.#state.matrix, left, bottom, right, top);
    this.#state.clip = meet(box, outer.clip) ?? nothing;
    this.run(bytes, scope);
    this.#state = outer;
  }

  #image(image: ReturnType<typeof imageOf>): void {
    const state = this.#state;
    const box = meet(boxAround(state.matrix, 0, 0, 1, 1), state.clip);
    if (box === undefined || image === undefined) return;
    const { isStencil, ...rest } = image;
    const stencil = isStencil ? { stencil: state.fill } : {};
    this.#inspector.image?.({ ...this.#painted(box), matrix: state.matrix, ...rest, ...stencil });
  }

  #shade(object: PDFObject | undefined, scope: Scope): void {
    const shading = asDict(object);
    if (shading === undefined) return;
    const space = spaceOf(entry(shading, 'ColorSpace'), scope.resources);
    this.#inspector.shading?.({ ...this.#painted(this.#state.clip), space });
  }

  /** What a pattern paints, once a page: a sample, wherever it stands. */
  #usePattern(operation: Operation, scope: Scope): void {
    const pattern = scope.resource('Pattern', nameIn(operation.operand(operation.count - 1)) ?? '');
    if (pattern === undefined || this.#patterns.has(pattern) || scope.depth >= deepestForm) return;
    this.#patterns.add(pattern);
    // Its colours are judged here; what is tagged or cut is told where it is painted.
    const outer = this.#path;
    this.#path = new Path();
    this.#marks.push(ofPattern);
    if (pattern instanceof PDFStream) this.#within(pattern, scope.inner(pattern));
    else this.#shade(dictOf(asDict(pattern), 'Shading'), scope);
    this.#marks.pop();
    this.#path = outer;
  }

  #mark(tag: string, properties: Operand | undefined, scope: Scope): void {
    const listed = nameIn(properties);
    const list = listed === undefined ? properties : asDict(scope.resource('Properties', listed));
    const found = list instanceof Map || asDict(list as PDFObject) !== undefined ? list : undefined;
    this.#marks.push(markOf(tag, found as Parameters<typeof markOf>[1], scope.form, this.#marks.at(-1)));
  }

  #painted(box: GraphicsState['clip']): {
    page: PdfPage;
    box: GraphicsState['clip'];
    mark: Mark | undefined;
    blending: GraphicsState['blending'];
  } {
    const { blending } = this.#state;
    return { page: this.#page, box, mark: this.#marks.at(-1), blending };
  }
}

/** Where everything is clipped away. */
const nothing: GraphicsState['clip'] = [0, 0, 0, 0];
