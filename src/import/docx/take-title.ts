import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { ImportedMetadata } from '../imported.ts';

/** What the first paragraphs say of the book by their styles; they are taken out of the text. */
export function takeTitle(tree: Root): ImportedMetadata {
  const said: Record<'title' | 'subtitle' | 'date', string | undefined> = {
    title: undefined,
    subtitle: undefined,
    date: undefined,
  };
  const authors: string[] = [];
  tree.children = tree.children.filter((child) => {
    const name = child.type === 'element' ? classOf(child) : '';
    const text = child.type === 'element' ? toString(child).trim() : '';
    if (name === 'author') authors.push(text);
    else if (name === 'title' || name === 'subtitle' || name === 'date') {
      if (said[name] !== undefined) return true;
      said[name] = text;
    } else return true;
    return false;
  });
  const date = /^\d{4}(?:-\d\d){0,2}$/.test(said.date ?? '') ? said.date : undefined;
  return {
    ...(said.title !== undefined && { title: said.title }),
    ...(said.subtitle !== undefined && { subtitle: said.subtitle }),
    ...(date !== undefined && { date }),
    ...(authors.length > 0 && { authors }),
  };
}

/** The class by which the style of a paragraph is known. */
export function classOf({ properties: { className } }: Element): string {
  return Array.isArray(className) ? String(className[0]) : '';
}
