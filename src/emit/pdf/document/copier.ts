import type { Element, ElementContent, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { sections, type Book, type Hast } from '../../../book/book.ts';
import { directionOf } from '../../../language/direction.ts';
import { targetOf, type PrintLink } from '../screen/link-names.ts';
import { breakable } from './break-addresses.ts';
import { breakableCode, breakableInCell, holdsNumber } from './cell-words.ts';
import { addClass, hasClass } from './has-class.ts';
import { played, textOfMedia } from './media-text.ts';
import { addressOf, linkedId } from './internal-links.ts';
import { labelLength } from './list-labels.ts';
import { withTaggedLines } from './long-code.ts';
import type { PrintedBlock } from './printed-block.ts';
import { withNoteNumbers } from './note-numbers.ts';
import { dividedFormula } from './divided-formula.ts';
import { withoutTabs } from './tabs.ts';
import { cellContent, isCell, tagAids } from './tag-aids.ts';

/** Elements that carry text, stand by themselves or hold such: where an overflow can be told of. */
const blockNames = new Set(
  'section aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre table figure figcaption img svg blockquote math details'.split(
    ' ',
  ),
);

/** Elements whose words are not hyphenated. */
const unbroken = new Set('code pre kbd samp math h1 h2 h3 h4 h5 h6'.split(' '));

/** Puts soft hyphens into the words of a text in a language. */
type Hyphenate = (text: string, language: string) => string;

/**
 * Copies the book for print, element by element, and keeps account of what it meets: blocks,
 * languages, links.
 */
export class Copier {
  readonly blocks: PrintedBlock[] = [];
  readonly languages: Set<string>;
  readonly links: PrintLink[] = [];
  readonly #main: string;
  readonly #ids: ReadonlySet<string>;
  readonly #hyphenate: Hyphenate;

  /** @param hyphenate for a browser without dictionaries; by default words stay as they are */
  constructor(book: Book<Hast>, hyphenate: Hyphenate = (text) => text) {
    this.#main = book.metadata.language;
    this.languages = new Set([this.#main]);
    this.#ids = idsOf(book);
    this.#hyphenate = hyphenate;
  }

  /**
   * What a node is in print.
   *
   * @param file where it comes from
   * @param language of its text; undefined inside elements whose words stay whole
   * @param inCell whether it stands in a cell of a table
   */
  copy(node: RootContent, file: VFile, language: string | undefined, inCell = false): ElementContent[] {
    if (node.type === 'text') {
      if (language === undefined) return inCell ? breakableCode(node) : [node];
      const text = { ...node, value: this.#hyphenate(node.value, language) };
      return inCell ? breakableInCell(text) : breakable(text);
    }
    if (node.type !== 'element') return [];
    if (played.has(node.tagName)) return this.copy(textOfMedia(node), file, language, inCell);
    if (node.tagName === 'math' && node.properties['display'] !== 'block') {
      const pieces = dividedFormula(node);
      if (pieces.length > 1) return [this.#pieced(node, pieces, file, inCell)];
    }
    const { lang } = node.properties;
    const copy = this.#bare(node);
    if (typeof lang === 'string') {
      this.languages.add(lang);
      copy.properties['dir'] ??= directionOf(lang);
    }
    const whole = language === undefined || unbroken.has(node.tagName);
    const inner = whole ? undefined : ((lang as string | null | undefined) ?? language);
    if (blockNames.has(node.tagName)) {
      copy.properties['dataBlock'] = String(this.blocks.length);
      this.blocks.push({
        file,
        ...(node.position ? { position: node.position } : { words: () => toString(node) }),
      });
    }
    this.#takeLink(node, copy);
    const children = this.#contentOf(node);
    const cell = isCell(node) || (inCell && node.tagName !== 'math' && node.tagName !== 'pre');
    copy.children = children.flatMap((child) => this.copy(child, file, inner, cell));
    return [copy];
  }

  #contentOf(node: Element): ElementContent[] {
    if (hasClass(node, 'notes')) return withNoteNumbers(node, this.#main).children;
    return node.tagName === 'pre' ? withTaggedLines(withoutTabs(node)).children : cellContent(node);
  }

  /** The element with the properties it has in print, without its content. */
  #bare(node: Element): Element {
    const { role, 'epub:type': _, ...properties } = node.properties;
    const copy: Element = { ...node, properties: { ...properties, ...tagAids(node) }, children: [] };
    if (typeof role === 'string' && !role.startsWith('doc-')) copy.properties['role'] = role;
    const target = node.tagName === 'a' ? linkedId(properties['href']) : undefined;
    // What leads nowhere is no link.
    if (target !== undefined) copy.properties['href'] = this.#ids.has(target) ? addressOf(target) : undefined;
    if (isCell(node) && holdsNumber(node)) addClass(copy, 'one-line');
    if (node.tagName === 'figure') copy.properties['role'] = 'group';
    const labels = labelLength(node);
    if (labels !== undefined) copy.properties['dataLabels'] = labels;
    // What is folded away on a screen would be lost on paper.
    if (node.tagName === 'details') copy.properties['open'] = true;
    return copy;
  }

  /** A formula in pieces, which is one to its readers. */
  #pieced(math: Element, pieces: ReadonlyArray<ElementContent>, file: VFile, inCell: boolean): Element {
    const children = pieces
      .flatMap((piece) => this.copy(piece, file, undefined, inCell))
      .map((piece) => (piece.type === 'element' ? withoutRole(piece) : piece));
    return { type: 'element', tagName: 'span', properties: tagAids(math), children };
  }

  #takeLink({ tagName, properties }: Element, copy: Element): void {
    if (tagName !== 'a' || typeof copy.properties['href'] !== 'string') return;
    const isMark = properties['epub:type'] === 'noteref' && typeof properties['id'] === 'string';
    const cites = properties['epub:type'] === 'biblioref' && typeof properties['id'] === 'string';
    const mark = {
      ...(isMark && { mark: String(properties['id']) }),
      ...(cites && { cites: String(properties['id']) }),
    };
    this.links.push({ target: targetOf(copy.properties['href']), element: copy, ...mark });
  }
}

function idsOf(book: Book<Hast>): Set<string> {
  const ids = new Set<string>();
  for (const { tree } of sections(book)) {
    visit(tree, 'element', ({ properties }) => {
      if (typeof properties['id'] === 'string') ids.add(properties['id']);
    });
  }
  return ids;
}

function withoutRole(element: Element): Element {
  const properties = { ...element.properties };
  delete properties['role'];
  delete properties['ariaLabel'];
  return { ...element, properties };
}
