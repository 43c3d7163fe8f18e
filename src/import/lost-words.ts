import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * The words of a document that are not in what was made of it, in order. Numbers of notes, signs and
 * letters that stand alone are not words.
 *
 * @param document all that can be seen of it
 */
export function lostWords(
  document: string,
  made: ReadonlyArray<Root>,
  said: ReadonlyArray<string>,
): string[] {
  const left = new Map<string, number>();
  const count = (word: string, by: number): void => {
    left.set(word, (left.get(word) ?? 0) + by);
  };
  for (const text of [...made.map(textOf), ...said]) for (const word of wordsIn(text)) count(word, 1);
  return wordsIn(document).filter((word) => {
    count(word, -1);
    return (left.get(word) ?? 0) < 0;
  });
}

function textOf(tree: Root): string {
  const texts: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') texts.push(node.value);
    else if (node.type === 'image') texts.push(` ${node.alt ?? ''} `);
    else if (node.type === 'break' || ('children' in node && !phrasing.has(node.type))) texts.push(' ');
  });
  return texts.join('');
}

const phrasing = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference', 'textDirective']);

function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\u00AD/g, '')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
