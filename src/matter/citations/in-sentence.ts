import type { Parent, PhrasingContent, RootContent, Text } from 'mdast';
import type { Citation } from '../../book/nodes.ts';
import { text } from '../element.ts';
import { wordsOf } from './rich-text.ts';

/**
 * A citation within a note of the author's: without the stop that ends a note, behind a name that is part of the
 * sentence after a comma, and in parentheses where other words stand before it.
 *
 * @param said what the style says
 * @param names of the authors, where they are part of the sentence
 * @param parent the line it stands in
 * @param index its place in it
 */
export function inSentence(
  said: ReadonlyArray<PhrasingContent>,
  names: ReadonlyArray<PhrasingContent>,
  parent: Parent,
  index: number,
): RootContent[] {
  const whole = withoutStop(said);
  if (names.length > 0) return whole.length === 0 ? [...names] : [...names, text(', '), ...whole];
  const before = wordsOf(parent.children.slice(0, index)).trimEnd();
  const opens = before === '' || /[([{.!?:;—–“«„]$/.test(before);
  return opens ? whole : [text('('), ...whole, text(')')];
}

function withoutStop(said: ReadonlyArray<PhrasingContent>): PhrasingContent[] {
  const last = said.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('.') || /(?:^|[^\p{L}])\p{L}{1,2}\.$/u.test(last.value))
    return [...said];
  const value = last.value.slice(0, -1);
  return value === '' ? said.slice(0, -1) : [...said.slice(0, -1), text(value)];
}

/** The words of a note of its own, which begin with a capital: "See Smith", "Chap. 2" behind a name in the text. */
export function withCapital(
  said: ReadonlyArray<PhrasingContent>,
  { works: [first], inText }: Citation,
): PhrasingContent[] {
  if (first?.prefix === undefined && first?.authorless !== true && !inText) return [...said];
  const opening = firstText(said);
  if (opening !== undefined)
    opening.value = opening.value.replace(
      /^(["“„«‘]?)(\p{Ll})/u,
      (_, quote: string, letter: string) => quote + letter.toUpperCase(),
    );
  return [...said];
}

function firstText(nodes: ReadonlyArray<RootContent>): Text | undefined {
  const [first] = nodes;
  if (first?.type === 'text') return first;
  return first !== undefined && 'children' in first ? firstText(first.children) : undefined;
}
