import type { Data, Html, Nodes } from 'mdast';
import type { Position } from 'unist';
import { HtmlReader } from './html-text.ts';

/** A stretch of text that stands together in every edition. */
export interface WrittenPassage {
  /** `raised` is superscript or subscript; `cell` is text in a table, whose cells stand side by side. */
  readonly kind: 'text' | 'raised' | 'cell';
  readonly text: string;
  /** Whether HTML stands around it: browsers move what is astray, and elements may be taken away. */
  readonly loose?: true;
  /** Where the block is that it stands in: the paragraph, heading, cell. */
  readonly position?: Position;
  /** The id of the note in whose place in a list it stands. */
  readonly note?: string;
}

/**
 * What a text says, piece by piece. Where it is `opaque`, an edition may have any text or none: a
 * formula, a picture, a reference whose number is not known yet, what only some products have.
 */
export type Passage = WrittenPassage | { readonly kind: 'opaque' };

/** What belongs to the line around it. */
const phrasing: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'indexMark',
  'link',
  'linkReference',
  'strong',
  'textDirective',
]);

const opaque: ReadonlySet<string> = new Set([
  'crossReference',
  'image',
  'imageReference',
  'inlineMath',
  'math',
]);

/** A block of code in `math` is set as a formula, as on GitHub. */
const isFormula = (node: Nodes): boolean => node.type === 'code' && node.lang === 'math';

/**
 * The passages of a text in reading order, without the marks of notes.
 *
 * @param tree the text
 */
export function passagesOf(tree: Nodes): Passage[] {
  const reader = new PassageReader();
  reader.read(tree);
  return reader.end();
}

type Kind = WrittenPassage['kind'];

/** Reads trees one after the other. */
export class PassageReader {
  readonly #passages: Passage[] = [];
  readonly #html = new HtmlReader();
  #text = '';
  #kind: Kind = 'text';
  #block: Position | undefined;
  #note: string | undefined;
  #loose = false;

  read(tree: Nodes): void {
    this.#visit(tree);
    this.#cut();
  }

  /** Text that no node has. */
  say(text: string): void {
    this.#text = text;
    this.#cut();
  }

  end(): Passage[] {
    this.#cut();
    return this.#passages;
  }

  #visit(node: Nodes): void {
    if (node.type === 'text' || node.type === 'inlineCode') {
      if (!this.#html.isHidden) this.#text += node.value;
    } else if (node.type === 'html') this.#visitHtml(node.value);
    else if (opaque.has(node.type) || isFormula(node) || isForSomeProducts(node.data)) this.#hide();
    else if (node.type === 'code') this.#within(node.position, () => this.say(node.value));
    else if ('children' in node) this.#visitChildren(node);
    else this.#cut();
  }

  #visitChildren(node: Extract<Nodes, { children: unknown }>): void {
    if (node.type === 'noteItem') this.#note = node.noteId;
    const around = this.#kind;
    const inner = innerKind(node, around);
    const inLine = isPhrasing(node);
    const apart = inner !== around || !inLine;
    if (apart) this.#cut();
    this.#kind = inner;
    const visitAll = (): void => {
      const hasText = node.children.some(({ type }) => type === 'text' || phrasing.has(type));
      for (const child of node.children) {
        if (child.type !== 'html' || hasText) this.#visit(child);
        else this.#within(child.position, () => this.#visitBlock(child));
      }
      if (apart) this.#cut();
    };
    if (inLine || inner === 'raised') visitAll();
    else this.#within(node.position, visitAll);
    this.#kind = around;
    if (node.type === 'noteItem') this.#note = undefined;
  }

  /** HTML that is a block of its own. */
  #visitBlock({ value }: Html): void {
    this.#cut();
    this.#visitHtml(value);
    this.#cut();
  }

  /** Reads the text of HTML, which goes on with the line around it where no block begins. */
  #visitHtml(html: string): void {
    for (const [index, text] of this.#html.read(html).entries()) {
      if (index > 0) this.#cut();
      this.#loose = true;
      this.#text += text;
    }
  }

  #within(position: Position | undefined, read: () => void): void {
    const around = this.#block;
    this.#block = position ?? around;
    read();
    this.#block = around;
  }

  #hide(): void {
    this.#cut();
    if (this.#passages.at(-1)?.kind !== 'opaque') this.#passages.push({ kind: 'opaque' });
  }

  #cut(): void {
    const text = this.#text;
    const loose = this.#loose;
    this.#text = '';
    this.#loose = false;
    if (text.trim() === '') return;
    const position = this.#block;
    const note = this.#note;
    this.#passages.push({
      kind: this.#kind,
      text,
      ...(loose && { loose }),
      ...(position !== undefined && { position }),
      ...(note !== undefined && { note }),
    });
  }
}

function isForSomeProducts(data: Data | undefined): boolean {
  return data?.hProperties?.['dataProduct'] !== undefined;
}

function isPhrasing(node: Nodes): boolean {
  return phrasing.has(node.type) || (node.type === 'element' && node.data.hName === 'span');
}

function innerKind(node: Nodes, kind: Kind): Kind {
  if (node.type === 'tableCell') return 'cell';
  const data: Data | undefined = node.data;
  const name = data?.hName;
  return kind === 'text' && (name === 'sup' || name === 'sub') ? 'raised' : kind;
}
