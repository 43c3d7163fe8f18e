import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { address } from '../../book/addresses/in-text.ts';
import type { Orthography } from '../../language/punctuation.ts';
import { limits } from '../../book/limits.ts';
import { firstBelow } from '../remark-limit-depth.ts';
import { remarkSmartPunctuation } from '../typography/remark-smart-punctuation.ts';

/** A text of book.yaml as it is set. */
export interface MarkedText {
  /** Free of markup. */
  readonly plain: string;
  /** Phrasing content; absent where the text has no markup. */
  readonly tree?: Root;
}

/** What YAML holds instead of Markdown's blocks and links; emphasis, code and escapes are left. */
const unused = [
  'autolink',
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
  'setextUnderline',
  'thematicBreak',
];

function remarkPhrases(this: Processor): void {
  this.data().micromarkExtensions = [{ disable: { null: unused } }];
}

/** Signs beyond which a text is taken as it is typed: the time to read them grows with their cube. */
const mostSigns = 1000;

const phrases = unified().use(remarkPhrases).use(remarkParse).freeze();

/**
 * A text of YAML with the punctuation of its language, its emphasis and code read as Markdown has
 * them. Addresses stay as typed, and so does emphasis within a word, `M*A*S*H`, and all of a text with more signs or
 * deeper emphasis than anyone means.
 *
 * @param source as typed; empty lines part paragraphs
 * @param orthography how it is written
 * @param use `running` text gets spaces that do not break, a `name` is sought by readers elsewhere
 */
export function markedText(source: string, orthography: Orthography, use: 'name' | 'running'): MarkedText {
  const parsed = phrasesIn(source) ?? [{ type: 'paragraph' as const, children: [text(source)] }];
  const paragraphs = parsed.map(({ children }) => children.flatMap((node) => withinWords(node, source)));
  const smart = remarkSmartPunctuation(orthography);
  for (const children of paragraphs) {
    const content = children.flatMap(splitAddresses);
    children.splice(0, children.length, ...content);
    const block = { children, data: {} };
    smart({
      type: 'root',
      children: [use === 'name' ? { type: 'heading', depth: 1, ...block } : { type: 'paragraph', ...block }],
    });
  }
  const plain = paragraphs.map((children) => children.map(plainOf).join('')).join('\n\n');
  const children = paragraphs.flat();
  return children.some(({ type }) => type !== 'text' && type !== 'link')
    ? { plain, tree: { type: 'root', children } }
    : { plain };
}

/** Its paragraphs as Markdown has them; undefined where nothing is to be read as Markdown. */
function phrasesIn(source: string): Paragraph[] | undefined {
  if (!/[*_`\\&]/.test(source) || source.split(/[*_`]/, mostSigns + 1).length > mostSigns) return undefined;
  const tree = phrases.parse(source);
  if (firstBelow(tree, limits['text-depth'].most) !== undefined) return undefined;
  return tree.children.filter((node): node is Paragraph => node.type === 'paragraph');
}

/** Emphasis that begins in the middle of a word or an address is none. */
function withinWords(node: PhrasingContent, source: string): PhrasingContent {
  if (node.type !== 'emphasis' && node.type !== 'strong') return node;
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return node;
  const before = source.slice(0, start.offset).slice(-1);
  return /[^\s([{"'“‘„‚«‹¿¡*_–—-]/u.test(before) ? text(source.slice(start.offset, end.offset)) : node;
}

/** Addresses as links that show them, which punctuation leaves alone. */
function splitAddresses(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node];
  return node.value.split(address).flatMap((piece: string | undefined, index): PhrasingContent[] => {
    if (piece === undefined || piece === '') return [];
    return [index % 3 === 0 ? text(piece) : { type: 'link', url: piece, children: [text(piece)] }];
  });
}

function plainOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(plainOf).join('') : '';
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
