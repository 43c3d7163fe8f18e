import type { Face } from './face.ts';
import type { Paragraph } from './paragraphs.ts';
import type { PutHyphens } from './put-hyphens.ts';
import type { Run } from './runs.ts';
import type { TextSupply } from './text-supply.ts';

/** A hyphen, or a line's end without one, to be put into a paragraph, or how a part of it is to be set. */
export interface Edit {
  /** Where in the text of the paragraph. */
  readonly at: number;
  /** The end of the part; absent for a line's end. */
  readonly until?: number;
  /** Whether the line ends without a hyphen. */
  readonly isBare?: boolean;
  /** Whether the part is kept together in a line. */
  readonly together?: boolean;
  /** What is added to the spaces of the part, in pixels; absent where it is as in the whole paragraph. */
  readonly spacing?: number;
  /** By how much its characters are set apart, in pixels; absent where they are not. */
  readonly letters?: number;
}

/** Edits a paragraph, again and again. */
export interface ParagraphEditor {
  /** Carries out edits, given in the order of the text, on the paragraph as it was. */
  readonly apply: (edits: ReadonlyArray<Edit>) => void;
  readonly takeBack: () => void;
  /** What stands in one of its texts when the edits are taken back. */
  readonly textOf: (node: Text) => string;
}

/** A run that is divided. */
interface Division {
  readonly node: Text;
  readonly data: string;
  readonly added: ReadonlyArray<ChildNode>;
}

/** The texts that a run may be divided into. */
interface RunTexts {
  readonly texts: Text[];
  /** How many of them stand in the document: the first ones. */
  standing: number;
  /** How many prints had begun when they were last used. */
  prints: number;
}

/**
 * What was once a text of a run stays one of its texts: the tags of a print know each by its place when it began. One that
 * had no place then, because fewer were needed, is given up: its letters would be painted without a tag.
 *
 * @param put where the hyphens stand that are put in
 */
export function paragraphEditor(
  { runs }: Pick<Paragraph, 'runs'>,
  supply: TextSupply,
  put: PutHyphens,
): ParagraphEditor {
  const textsOf = new Map<Text, RunTexts>();
  let divisions: Division[] = [];

  const divide = ({ node, face }: Run, parts: ReadonlyArray<Part>): Division => {
    const { data } = node;
    const own = textsOf.get(node) ?? { texts: [node], standing: 1, prints: supply.prints() };
    giveUpUnknown(own, supply);
    const { texts } = own;
    let used = 0;
    const made = parts.flatMap(({ text, hyphens, edit, endsLine = false }): ChildNode[] => {
      const ending = endsLine ? [document.createElement('wbr')] : [];
      if (text === '') return ending;
      // The tags know no text that was blank.
      const part = isBlank(text) ? document.createTextNode('') : (texts[used++] ??= supply.take());
      part.data = text;
      for (const at of hyphens) put.add(part, at);
      return [edit === undefined ? part : surround(part, edit, face), ...ending];
    });
    own.standing = used;
    textsOf.set(node, own);
    const kept = made.indexOf(outermost(node));
    const [before, after] = [made.slice(0, kept), made.slice(kept + 1)];
    outermost(node).before(fragmentOf(before));
    outermost(node).after(fragmentOf(after));
    return { node, data, added: before.concat(after) };
  };

  return {
    apply: (edits) => {
      let stop = 0;
      for (const run of runs) {
        const { node } = run;
        const start = stop;
        stop += node.data.length;
        const here = edits.filter((edit) => touches(edit, start, start + node.data.length));
        if (here.length > 0) divisions.push(divide(run, partsOf(node.data, start, here)));
      }
    },
    takeBack: () => {
      for (const run of textsOf.values()) {
        for (const text of run.texts) put.forget(text);
        giveUpUnknown(run, supply);
        run.standing = 1;
      }
      for (const { node, data, added } of divisions) {
        for (const each of added) each.remove();
        outermost(node).replaceWith(node);
        node.data = data;
      }
      divisions = [];
    },
    textOf: (node) => divisions.find((each) => each.node === node)?.data ?? node.data,
  };
}

/** Gives up the texts that had no place when the last print began. */
function giveUpUnknown(run: RunTexts, supply: TextSupply): void {
  const prints = supply.prints();
  if (run.prints !== prints) run.texts.length = run.standing;
  run.prints = prints;
}

/** Filled one by one: the arguments of a call have no room for what a paragraph of a hundred thousand lines needs. */
function fragmentOf(nodes: ReadonlyArray<ChildNode>): DocumentFragment {
  const fragment = new DocumentFragment();
  for (const node of nodes) fragment.append(node);
  return fragment;
}

function touches({ at, until = at }: Edit, start: number, stop: number): boolean {
  return until === at ? at > start && at <= stop : at < stop && until > start;
}

/** Part of a text, and how it is to be set, if otherwise than the rest. */
interface Part {
  readonly text: string;
  /** Where in it hyphens were put. */
  readonly hyphens: ReadonlyArray<number>;
  readonly edit?: Edit;
  /** Whether a line ends behind it without a hyphen. */
  readonly endsLine?: boolean;
}

/**
 * What a text is divided into; no part is empty but where a line ends.
 *
 * @param start where in the text of the paragraph it begins
 */
function partsOf(data: string, start: number, edits: ReadonlyArray<Edit>): Part[] {
  const parts: Part[] = [];
  let plain = '';
  let hyphens: number[] = [];
  let done = 0;
  for (const edit of edits) {
    const from = Math.max(0, edit.at - start);
    plain += data.slice(done, from);
    done = from;
    if (edit.isBare === true) {
      parts.push({ text: plain, hyphens, endsLine: true });
      plain = '';
      hyphens = [];
      continue;
    }
    if (edit.until === undefined) {
      hyphens.push(plain.length);
      plain += '\u2010';
      continue;
    }
    const text = data.slice(from, edit.until - start);
    done = from + text.length;
    if (text === '') continue;
    parts.push({ text: plain, hyphens }, { text, hyphens: [], edit });
    plain = '';
    hyphens = [];
  }
  parts.push({ text: plain + data.slice(done), hyphens });
  return parts.filter(({ text, endsLine = false }) => text !== '' || endsLine);
}

function isBlank(text: string): boolean {
  return /^\s*$/.test(text);
}

/** The elements put around parts. */
const holders = new WeakSet<Element>();

/** The element put around a text, or the text. */
function outermost(node: Text): HTMLElement | Text {
  const parent = node.parentElement;
  return parent !== null && holders.has(parent) ? parent : node;
}

/** Puts an element around a text, where it stands if it does, that sets it as it is to be set. */
function surround(text: Text, edit: Edit, face: Face): HTMLElement {
  const span = patternOf(edit, face).cloneNode() as HTMLElement;
  holders.add(span);
  text.replaceWith(span);
  span.append(text);
  return span;
}

/**
 * What is put around parts, once for each way they are set. Copies of an element share its style until it is changed: the
 * tens of thousands in a long book took more memory with one each.
 */
const patterns = new Map<string, HTMLElement>();

function patternOf({ together = false, spacing, letters }: Edit, face: Face): HTMLElement {
  const { letterSpacing, ligatures, features } = face;
  const key = [together, spacing?.toFixed(3), letters?.toFixed(3), letterSpacing, ligatures, features].join(
    ' ',
  );
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const span = document.createElement('span');
  patterns.set(key, span);
  span.classList.toggle('kept-together', together);
  span.classList.toggle('set-closer', letters !== undefined && letters < 0);
  if (spacing !== undefined) span.style.wordSpacing = `${spacing.toFixed(3)}px`;
  if (letters === undefined) return span;
  const own = letterSpacing === 'normal' ? 0 : Number.parseFloat(letterSpacing);
  span.style.letterSpacing = `${(own + letters).toFixed(3)}px`;
  if (!/none|no-common/.test(ligatures)) span.style.fontFeatureSettings = joined(features);
  return span;
}

/** Chrome takes letters apart that are joined where they are moved, whatever ligatures a stylesheet asks for. */
function joined(features: string): string {
  return ['"liga"', '"clig"', ...(features === 'normal' ? [] : [features])].join(', ');
}
