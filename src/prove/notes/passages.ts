import type { Data, Nodes } from 'mdast';

/**
 * What a note says, piece by piece. The text of a passage stands together in every edition. `raised`
 * is superscript or subscript; `cell` is text in a table, whose cells stand side by side; where it
 * is `opaque`, an edition may have any text or none: a formula, a picture, a reference whose number is not known yet, the author's own HTML.
 */
export type Passage =
  | { readonly kind: 'text' | 'raised' | 'cell'; readonly text: string }
  | { readonly kind: 'opaque' };

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

/** A tag of raw HTML that neither has text of its own nor hides or moves that of its neighbours. */
const plainTag =
  /^<\/?(?:a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)(?:\s[^<>]*)?\/?>$/i;

/**
 * The passages of a text in reading order, without the marks of other notes.
 *
 * What follows a tag of raw HTML that is no plain inline markup is opaque to its end: such
 * elements may be dropped with their content.
 *
 * @param tree the text of a note
 */
export function passagesOf(tree: Nodes): Passage[] {
  const passages: Passage[] = [];
  let text = '';
  let hidden = false;

  const end = (kind: 'text' | 'raised' | 'cell'): void => {
    if (text.trim() !== '' && !hidden) passages.push({ kind, text });
    text = '';
  };
  const hide = (): void => {
    if (passages.at(-1)?.kind !== 'opaque') passages.push({ kind: 'opaque' });
  };

  const visit = (node: Nodes, kind: 'text' | 'raised' | 'cell'): void => {
    if (node.type === 'text' || node.type === 'inlineCode') {
      text += node.value;
    } else if (node.type === 'html') {
      end(kind);
      if (plainTag.test(node.value)) return;
      hide();
      hidden = true;
    } else if (opaque.has(node.type)) {
      end(kind);
      hide();
    } else if (node.type === 'code') {
      end(kind);
      text = node.value;
      end(kind);
    } else if ('children' in node) {
      const inner = innerKind(node, kind);
      const apart = inner !== kind || !isPhrasing(node);
      if (apart) end(kind);
      for (const child of node.children) visit(child, inner);
      if (apart) end(inner);
    } else {
      end(kind);
    }
  };
  visit(tree, 'text');
  end('text');
  return passages;
}

function isPhrasing(node: Nodes): boolean {
  return phrasing.has(node.type) || (node.type === 'element' && node.data.hName === 'span');
}

function innerKind(node: Nodes, kind: 'text' | 'raised' | 'cell'): 'text' | 'raised' | 'cell' {
  if (node.type === 'tableCell') return 'cell';
  const data: Data | undefined = node.data;
  const name = data?.hName;
  return kind === 'text' && (name === 'sup' || name === 'sub') ? 'raised' : kind;
}
