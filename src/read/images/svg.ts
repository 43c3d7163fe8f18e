import { limits, usualLimits, type Limits } from '../../book/limits.ts';
import { cleanSvg } from './cleaning/clean-svg.ts';
import { corrupt, type ImageFacts, type ImageFault } from './image-fault.ts';
import { carried } from './image-format.ts';
import { withoutDocumentType } from './plain-entities.ts';
import { readXml, XmlFault, type XmlElement } from './read-xml.ts';
import { isLeftOut, svgNamespace, unsafeAttribute, unsafeElement, unsafeStyle } from './svg-rules.ts';
import { FilterWork } from './svg-filters.ts';
import { sizeInWords } from '../files/text-file.ts';
import { svgSize } from './svg-size.ts';
import { SvgStyles } from './svg-styles.ts';
import { Uses } from './svg-uses.ts';

const deepest = limits['drawing-depth'].most;

/** For words that a program keeps as a piece of a web page. */
const textAsText =
  'Export it with its words as text: in draw.io untick "Formatted Text" for all shapes, in Mermaid set htmlLabels to false; or export it as PNG.';
const asPlain =
  'Export it as plain SVG: in Inkscape choose Plain SVG, in Illustrator SVG 1.1 without its editing capabilities.';
const simpler = 'Simplify it, or export it as PNG.';
const fewerFilters = 'Leave out shadows and blurs, or export it as PNG.';

/** The first few tell enough of where the drawing came from. */
const mostFaults = 5;

/**
 * Size and faults of an SVG drawing. Only what draws is let through: no scripts, nothing
 * loaded from outside, no document type that declares more than plain values, no drawing that multiplies
 * itself. The declaration that drawing programs write is blotted out, and their remarks are left out.
 *
 * @param bytes the whole file
 * @param allowed how much it may hold
 */
export function svgFacts(bytes: Uint8Array, allowed: Limits = usualLimits): ImageFacts {
  const { mediaType } = carried.svg;
  if (bytes.length > allowed['drawing-size']) {
    const reason = `is a drawing of more than ${sizeInWords(allowed['drawing-size'])}`;
    return { mediaType, faults: [{ rule: 'image-too-large', reason }] };
  }
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { mediaType, faults: [corrupt('is not encoded in UTF-8')] };
  }
  if (/^<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(source)) {
    return { mediaType, faults: [corrupt('declares another encoding than UTF-8')] };
  }
  const plain = withoutDocumentType(source, allowed['drawing-size']);
  if (plain === undefined) {
    const reason = `is a drawing of more than ${sizeInWords(allowed['drawing-size'])} when its entities are written out`;
    return { mediaType, faults: [{ rule: 'image-too-large', reason }] };
  }
  const styles = new SvgStyles();
  const drawing = new Drawing(allowed, styles);
  try {
    // They count for what stands before them, too.
    if (plain.includes('style')) readXml(plain, deepest, styles);
    readXml(plain, deepest, drawing);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    if (!error.refused) return { mediaType, faults: [corrupt(error.message, error.line)] };
    drawing.refuse(error.message, error.line, hintOn(error.message));
  }
  const { faults, size } = drawing.result();
  if (faults.length > 0) return { mediaType, ...size, faults };
  const clean = cleanSvg(plain, deepest);
  return {
    mediaType,
    ...size,
    faults,
    ...(clean.hadPlace && { hadPlace: true }),
    ...(clean.source !== source && { bytes: Buffer.from(clean.source) }),
  };
}

/** What helps where a drawing is no XML that is read. */
function hintOn(fault: string): string | undefined {
  if (/document type|entity/.test(fault)) return asPlain;
  return fault.includes('nested') ? simpler : undefined;
}

interface Open {
  readonly name: string;
  readonly line: number;
  style: string;
}

/** Judges a drawing element by element. */
class Drawing {
  readonly #stack: Open[] = [];
  readonly #faults = new Map<string, ImageFault>();
  readonly #uses: Uses;
  readonly #filters = new FilterWork();
  readonly #styles: SvgStyles;
  readonly #mostUses: number;
  readonly #mostFilterWork: number;
  #size: { width?: number; height?: number } = {};

  /** @param styles what its stylesheets say */
  constructor({ 'drawing-uses': mostUses, 'drawing-filters': mostFilterWork }: Limits, styles: SvgStyles) {
    this.#styles = styles;
    this.#uses = new Uses(mostUses);
    this.#mostUses = mostUses;
    this.#mostFilterWork = mostFilterWork;
  }

  readonly open = (opened: XmlElement): void => {
    const { namespace, name, attributes, line } = opened;
    const values = new Map(attributes.map((attribute) => [attribute.name, attribute.value]));
    const unsafe = [
      isLeftOut(opened) ? undefined : unsafeElement(namespace, name),
      ...attributes.map((attribute) => unsafeAttribute(name, attribute)),
    ];
    // What stands in foreign content is refused with it, and what stands in metadata and typefaces left out.
    const isForeign = this.#stack.some((element) =>
      /^(?:foreignObject|metadata|font|font-face)$/.test(element.name),
    );
    for (const reason of isForeign ? [] : unsafe) {
      if (reason !== undefined) this.refuse(reason, line, name === 'foreignObject' ? textAsText : undefined);
    }
    if (this.#stack.length === 0) {
      this.#size = svgSize(values);
      if (namespace !== svgNamespace || name !== 'svg') {
        this.refuse('has no <svg> element of the SVG namespace at its root', line);
      }
    }
    this.#filters.open(opened);
    this.#uses.open(opened, this.#styles.wantedBy(opened, this.#uses.around()));
    this.#stack.push({ name, line, style: '' });
  };

  readonly close = (): void => {
    const element = this.#stack.pop();
    this.#uses.close();
    if (element?.name !== 'style') return;
    const reason = unsafeStyle(element.style);
    if (reason !== undefined) this.refuse(reason, element.line);
  };

  readonly text = (text: string): void => {
    const element = this.#stack.at(-1);
    if (element !== undefined) element.style += element.name === 'style' ? text : '';
  };

  /** What a program keeps for itself is left out. */
  readonly instruction = (): void => undefined;

  refuse(reason: string, line: number, hint?: string): void {
    if (this.#faults.has(reason) || this.#faults.size >= mostFaults) return;
    this.#faults.set(reason, {
      rule: 'svg-unsafe',
      reason,
      line,
      ...(hint && { hint }),
    });
  }

  result(): {
    readonly faults: ReadonlyArray<ImageFault>;
    readonly size: { width?: number; height?: number };
  } {
    if (this.#styles.isTooMuch())
      this.refuse('has more styles that refer to its parts than can be counted', 1, simpler);
    if (this.#uses.total() > this.#mostUses) {
      this.refuse(`repeats its parts more than ${this.#mostUses} times`, 1, simpler);
    }
    if (this.#uses.filterWork(this.#filters.get()) > this.#mostFilterWork) {
      this.refuse(`applies more than ${this.#mostFilterWork} filter primitives`, 1, fewerFilters);
    }
    return { faults: [...this.#faults.values()], size: this.#size };
  }
}
