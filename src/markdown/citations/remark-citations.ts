import type { PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { pointAfter } from '../../book/messages/point-in.ts';
import { nearest } from '../../book/nearest.ts';
import type { Citation, CitedWork } from '../../book/nodes.ts';
import type { Orthography } from '../../language/punctuation.ts';
import { markedText } from '../metadata/marked-text.ts';
import { readCitation } from './read-citation.ts';
import type { TypedCitation } from './citation-syntax.ts';

/**
 * Makes citations of what was typed as such. A key that no bibliography has leaves the citation as it was typed,
 * with a message, and so does one inside of a link.
 *
 * @param options the keys of the bibliography, and how the file is written
 */
export function remarkCitations({
  keys,
  ...orthography
}: Orthography & { readonly keys: ReadonlySet<string> }) {
  return (tree: Root, file: VFile): void => {
    visitParents(tree, (node, ancestors) => {
      const parent = ancestors.at(-1);
      if (parent === undefined || !('children' in parent)) return undefined;
      if (node.type === 'text') reportSlips(node.value, node, keys, file);
      if (node.type !== 'typedCitation') return undefined;
      const children = parent.children as RootContent[];
      const inLink = ancestors.some(({ type }) => type === 'link' || type === 'linkReference');
      children[children.indexOf(node)] = citationOf(node, inLink, keys, orthography, file);
      return SKIP;
    });
  };
}

function citationOf(
  node: TypedCitation,
  inLink: boolean,
  keys: ReadonlySet<string>,
  orthography: Orthography,
  file: VFile,
): PhrasingContent {
  const { value, position } = node;
  const { inText, works } = readCitation(value);
  const unknown = works.filter(({ key }) => !keys.has(key));
  for (const { key } of unknown) reportUnknown(key, node, keys, file);
  if (inLink)
    report(file, 'citation-misplaced', `The citation ${value} stands inside the text of a link`, node);
  if (unknown.length > 0 || inLink) return { type: 'text', value, ...(position && { position }) };
  const citation: Citation = {
    type: 'citation',
    inText,
    works: works.map((work) => withMarks(work, orthography)),
    ...(position && { position }),
  };
  return citation;
}

/** The words around a work with typographic punctuation, and their emphasis as CSL writes it. */
function withMarks({ prefix, suffix, ...work }: CitedWork, orthography: Orthography): CitedWork {
  return {
    ...work,
    ...(prefix !== undefined && { prefix: `${markupOf(prefix, orthography)} ` }),
    ...(suffix !== undefined && {
      suffix: `${/^\s/.test(suffix) ? ' ' : ''}${markupOf(suffix.trim(), orthography)}`,
    }),
  };
}

function markupOf(text: string, orthography: Orthography): string {
  const { plain, tree } = markedText(text, orthography, 'running');
  return tree === undefined ? plain : tree.children.map(markup).join('');
}

function markup(node: RootContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  const inner = 'children' in node ? (node.children as RootContent[]).map(markup).join('') : '';
  if (node.type === 'emphasis') return `<i>${inner}</i>`;
  return node.type === 'strong' ? `<b>${inner}</b>` : inner;
}

function reportUnknown(key: string, node: TypedCitation, keys: ReadonlySet<string>, file: VFile): void {
  const near = nearest(key, keys).slice(0, 3);
  report(file, 'citation-unknown', `No bibliography has the key "${key}"`, node, {
    ...(near.length > 0 && { hint: `Did you mean ${near.map((each) => `@${each}`).join(' or ')}?` }),
    // Other programs print such a key and go on.
    ...(file.data.origin !== undefined && { severity: 'warning' as const }),
  });
}

const bare = /(?<![\p{L}\p{N}_.@/\\-])-?@([\p{L}\p{N}_]+(?:[:.#$%&+?~/-][\p{L}\p{N}_]+)*)/gu;

/** Tells of what is nearly a key: all others between words are names of people. */
function reportSlips(
  text: string,
  node: { readonly position?: Citation['position'] },
  keys: ReadonlySet<string>,
  file: VFile,
): void {
  if (!text.includes('@')) return;
  for (const { 1: key = '', index } of text.matchAll(bare)) {
    if (keys.has(key)) continue;
    const near = nearest(key, keys).slice(0, 3);
    if (near.length === 0) continue;
    const point = pointAfter(file, node.position?.start, index);
    report(
      file,
      'citation-unknown',
      `@${key} is printed as typed, since no bibliography has that key`,
      point,
      {
        severity: 'warning',
        hint: `Did you mean ${near.map((each) => `@${each}`).join(' or ')}?`,
      },
    );
  }
}
