import type { Paragraph } from './paragraphs.ts';

/** A soft hyphen to be put into a paragraph, or how a part of it is to be set. */
export interface Edit {
  /** Where in the text of the paragraph. */
  readonly at: number;
  /** The end of the part; absent for a soft hyphen. */
  readonly until?: number;
  /** Whether the part is kept together in a line. */
  readonly together?: boolean;
  /** What is added to the spaces of the part, in pixels; absent where it is as in the whole paragraph. */
  readonly spacing?: number;
}

/** Carries out edits, given in the order of the text; the function returned takes them back. */
export function applyEdits({ runs }: Pick<Paragraph, 'runs'>, edits: ReadonlyArray<Edit>): () => void {
  const originals: Array<[Text, string]> = [];
  const added: ChildNode[] = [];
  let stop = 0;
  for (const { node } of runs) {
    const { data } = node;
    const start = stop;
    stop += data.length;
    const here = edits.filter((edit) => touches(edit, start, start + data.length));
    if (here.length === 0) continue;
    originals.push([node, data]);
    const [first, ...rest] = editedNodes(data, start, here);
    node.data = first?.textContent ?? '';
    // One by one: arguments of a call have no place for those of a paragraph of a hundred thousand lines.
    const behind = new DocumentFragment();
    for (const each of rest) {
      behind.append(each);
      added.push(each);
    }
    node.after(behind);
  }
  return () => {
    for (const node of added) node.remove();
    for (const [node, data] of originals) node.data = data;
  };
}

function touches({ at, until = at }: Edit, start: number, stop: number): boolean {
  return until === at ? at > start && at <= stop : at < stop && until > start;
}

/**
 * What comes in the place of a text, plain text first.
 *
 * @param start where in the text of the paragraph it begins
 */
function editedNodes(data: string, start: number, edits: ReadonlyArray<Edit>): ChildNode[] {
  const nodes: ChildNode[] = [];
  let plain = '';
  let done = 0;
  for (const edit of edits) {
    const from = Math.max(0, edit.at - start);
    plain += data.slice(done, from);
    done = from;
    if (edit.until === undefined) {
      plain += '\u00AD';
      continue;
    }
    const text = data.slice(from, edit.until - start);
    done = from + text.length;
    if (text === '') continue;
    nodes.push(document.createTextNode(plain), spanOf(text, edit));
    plain = '';
  }
  nodes.push(document.createTextNode(plain + data.slice(done)));
  return nodes;
}

function spanOf(text: string, { together, spacing }: Edit): HTMLElement {
  const span = document.createElement('span');
  if (together === true) span.className = 'kept-together';
  if (spacing !== undefined) span.style.wordSpacing = `${spacing.toFixed(3)}px`;
  span.textContent = text;
  return span;
}
