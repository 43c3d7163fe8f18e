import { location } from 'vfile-location';
import { corrupt, type ImageFacts, type ImageFault } from './image-fault.ts';
import { carried } from './image-format.ts';
import { svgNamespace, unsafeAttribute, unsafeElement, unsafeStyle } from './svg-rules.ts';
import { svgSize } from './svg-size.ts';
import { expandedUses, wholeDrawing } from './svg-uses.ts';
import { XmlFault, xmlEvents } from './xml-events.ts';

/** Bytes. */
const largest = 8 << 20;
/** Browsers stop at 256 levels. */
const deepest = 200;
const mostUses = 10_000;
/** `<!DOCTYPE svg PUBLIC "…" "…">` after nothing but comments: it names a DTD and declares nothing. */
const publicType = /(?<=^\uFEFF?(?:\s|<\?xml[^>]*\?>|<!--(?:(?!-->)[^])*-->)*)<!DOCTYPE\s+svg\b[^>[]*>/;

/** The first few tell enough of where the drawing came from. */
const mostFaults = 5;

/**
 * Size and faults of an SVG drawing. Only what draws is let through: no scripts, nothing
 * loaded from outside, no document type that declares anything, no drawing that multiplies
 * itself. The plain declaration that drawing programs write is blotted out.
 *
 * @param bytes the whole file
 */
export function svgFacts(bytes: Uint8Array): ImageFacts {
  const { mediaType } = carried.svg;
  if (bytes.length > largest) {
    return { mediaType, faults: [{ rule: 'image-too-large', reason: 'is a drawing of more than 8 MB' }] };
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
  const plain = source.replace(publicType, (declaration) => ' '.repeat(declaration.length));
  const drawing = new Drawing(plain);
  try {
    for (const event of xmlEvents(plain)) {
      if (event.kind === 'open') drawing.open(event.name, event.attributes, event.offset);
      else if (event.kind === 'close') drawing.close();
      else drawing.text(event.text);
    }
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    if (error.refused) drawing.refuse(error.message, error.offset);
    else
      return {
        mediaType,
        faults: [corrupt(`${error.message} (line ${lineAt(source, error.offset)})`)],
      };
  }
  const { faults, size } = drawing.result();
  return { mediaType, ...size, faults, ...(plain !== source && { bytes: Buffer.from(plain) }) };
}

interface Open {
  readonly name: string;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly id: string | undefined;
  readonly offset: number;
  style: string;
}

/** Judges a drawing element by element. */
class Drawing {
  readonly #source: string;
  readonly #stack: Open[] = [];
  readonly #faults = new Map<string, ImageFault>();
  readonly #uses = new Map<string, string[]>();
  #size: { width?: number; height?: number } = {};

  constructor(source: string) {
    this.#source = source;
  }

  open(qualified: string, attributes: ReadonlyMap<string, string>, offset: number): void {
    const parent = this.#stack.at(-1);
    const namespaces = declare(attributes, parent?.namespaces ?? new Map());
    const [prefix, name] = split(qualified);
    const namespace = namespaces.get(prefix);
    const unsafe = [unsafeElement(namespace, name)];
    for (const [key, value] of attributes) {
      if (!/^xmlns(?::|$)/.test(key)) unsafe.push(unsafeAttribute(name, key, value));
    }
    for (const reason of unsafe) if (reason !== undefined) this.refuse(reason, offset);
    if (parent === undefined) this.#size = svgSize(attributes);
    if (parent === undefined && (namespace !== svgNamespace || name !== 'svg')) {
      this.refuse('has no <svg> element of the SVG namespace at its root', offset);
    }
    if (this.#stack.length === deepest) this.refuse(`is nested more than ${deepest} levels deep`, offset);
    if (name === 'use') this.#count(attributes);
    this.#stack.push({ name, namespaces, id: attributes.get('id'), offset, style: '' });
  }

  close(): void {
    const element = this.#stack.pop();
    if (element?.name !== 'style') return;
    const reason = unsafeStyle(element.style);
    if (reason !== undefined) this.refuse(reason, element.offset);
  }

  text(text: string): void {
    const element = this.#stack.at(-1);
    if (element !== undefined) element.style += element.name === 'style' ? text : '';
  }

  refuse(reason: string, offset: number): void {
    if (this.#faults.has(reason) || this.#faults.size >= mostFaults) return;
    const place = ` (line ${lineAt(this.#source, offset)})`;
    this.#faults.set(reason, { rule: 'svg-unsafe', reason: reason + place });
  }

  result(): {
    readonly faults: ReadonlyArray<ImageFault>;
    readonly size: { width?: number; height?: number };
  } {
    if (expandedUses(this.#uses) > mostUses) {
      this.refuse(`repeats its parts more than ${mostUses} times`, 0);
    }
    return { faults: [...this.#faults.values()], size: this.#size };
  }

  #count(attributes: ReadonlyMap<string, string>): void {
    const target = (attributes.get('href') ?? attributes.get('xlink:href') ?? '').trim().slice(1);
    const holders = this.#stack.flatMap((element) => element.id ?? []);
    for (const holder of [wholeDrawing, ...holders]) {
      const targets = this.#uses.get(holder);
      if (targets === undefined) this.#uses.set(holder, [target]);
      else targets.push(target);
    }
  }
}

function lineAt(source: string, offset: number): number {
  return location(source).toPoint(Math.min(offset, source.length))?.line ?? 1;
}

/** The namespaces in force within an element, by prefix; the default one has none. */
function declare(
  attributes: ReadonlyMap<string, string>,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = [...attributes].filter(([key]) => /^xmlns(?::|$)/.test(key));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([key, value]) => [key.slice(6), value] as const)]);
}

function split(qualified: string): readonly [prefix: string, local: string] {
  const colon = qualified.indexOf(':');
  return colon < 0 ? ['', qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)];
}
