import type { Element, ElementContent, Root } from 'hast';

const wordJoiner = '\u2060';

/** Behind these no line ends before a figure or a letter (UAX #14, LB23, LB25, LB28 to LB30). */
const joining = /[\p{L}\p{M}\p{N}.,:;)\]"'’”»]$/u;
/** Behind these one may, though some of them are letters. */
const divided = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Yiii}]$/u;

/**
 * The tree with its note marks held to what they follow by style, not by an invisible character: readers search and
 * copy the text, and some faces show a box for U+2060. Where no line could end anyway nothing is needed; else
 * the last character or the picture stands with its mark in a `span` of class `held-mark`. A mark that follows an element
 * behind whose last character a line may end keeps its character.
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
  if (before.type !== 'text') return [before, joiner, mark];
  const [last = ''] = /\P{M}\p{M}*$/u.exec(before.value) ?? [];
  const rest = before.value.slice(0, before.value.length - last.length);
  const both = holding({ type: 'text', value: last }, mark);
  return rest === '' ? [both] : [{ ...before, value: rest }, both];
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
