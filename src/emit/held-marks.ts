import type { Element, ElementContent, Root } from 'hast';

const wordJoiner = '\u2060';

/** Behind these no line ends before a figure or a letter (UAX #14, LB23, LB25, LB28 to LB30). */
const joining = /[\p{L}\p{M}\p{N}.,:;)\]"'’”»]$/u;
/** Behind these one may, though some of them are letters. */
const divided = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Yiii}]$/u;

/**
 * The tree with its note marks held to what they follow by style, not by an invisible character: readers search and
 * copy the text, and some faces show a box for U+2060. Where no line could end anyway nothing is needed; else
 * the last character or the picture stands with its mark in a `span` of class `held-mark`; emphasis is divided for that,
 * before its last character. Only behind long code, links and the like, which cannot be divided, the character is kept.
 */
export function withHeldMarks(tree: Root): Root {
  return { ...tree, children: held(tree.children as ElementContent[]) };
}

function held(children: ReadonlyArray<ElementContent>): ElementContent[] {
  const done: ElementContent[] = [];
  for (const child of children) {
    if (child.type !== 'element') {
      done.push(child);
      continue;
    }
    const joiner = done.at(-1);
    if (isMark(child) && joiner?.type === 'text' && joiner.value === wordJoiner)
      done.splice(-2, 2, ...join(done.at(-2), joiner, child));
    else done.push({ ...child, children: held(child.children) });
  }
  return done;
}

function isMark({ tagName, properties }: Element): boolean {
  return tagName === 'sup' && [properties['className']].flat().includes('noteref');
}

/** What stands for a node, the joiner behind it and the mark. */
function join(before: ElementContent | undefined, joiner: ElementContent, mark: Element): ElementContent[] {
  if (before === undefined) return [joiner, mark];
  if (before.type === 'element' && before.tagName === 'img') return [holding(before, mark)];
  const end = lastText(before);
  if (joining.test(end) && !divided.test(end) && /^[\p{L}\p{N}]/u.test(firstText(mark)))
    return [before, mark];
  const parts = inTwo(before);
  if (parts === undefined) return [before, joiner, mark];
  const [rest, last] = parts;
  return [...(rest === undefined ? [] : [rest]), holding(last, mark)];
}

/** Emphasis: what looks the same in two pieces. */
const divisible: ReadonlySet<string> = new Set('b cite em i s small span strong u'.split(' '));

/** Of what cannot be divided, so many characters without a blank are kept on one line with their mark. */
const short = 24;

/** A node before its last character, if it has more, and that character; nothing where it cannot be divided. */
function inTwo(node: ElementContent): readonly [ElementContent | undefined, ElementContent] | undefined {
  if (node.type === 'text') {
    const [last = ''] = /\P{M}\p{M}*$/u.exec(node.value) ?? [];
    const rest = node.value.slice(0, node.value.length - last.length);
    const end = { type: 'text', value: last } as const;
    return rest === '' ? [undefined, end] : [{ ...node, value: rest }, end];
  }
  if (node.type !== 'element') return undefined;
  const parts = divisible.has(node.tagName)
    ? inTwo(node.children.at(-1) ?? { type: 'comment', value: '' })
    : undefined;
  if (parts === undefined) return isShort(node) ? [undefined, node] : undefined;
  const [rest, last] = parts;
  const before = [...node.children.slice(0, -1), ...(rest === undefined ? [] : [rest])];
  if (before.length === 0) return [undefined, node];
  const { id: _, ...properties } = node.properties;
  return [
    { ...node, children: before },
    { ...node, properties, children: [last] },
  ];
}

function isShort(node: Element): boolean {
  const text = textOf(node);
  return node.tagName === 'img' || (text !== '' && text.length <= short && !/\s/.test(text));
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function holding(what: ElementContent, mark: Element): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['held-mark'] },
    children: [what, mark],
  };
}

function lastText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  const last = node.type === 'element' ? node.children.at(-1) : undefined;
  return last === undefined ? '' : lastText(last);
}

function firstText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  const [first] = node.type === 'element' ? node.children : [];
  return first === undefined ? '' : firstText(first);
}
