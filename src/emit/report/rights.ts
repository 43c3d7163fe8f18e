import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReportedRelease } from './reported-release.ts';
import { section } from './section.ts';

/** What the book says of its rights, as its copyright page does. */
export function rightsSection({ rights, metadata }: ReportedRelease): Element | undefined {
  const sentences = [...rights.notices, ...rights.terms];
  if (sentences.length === 0) return undefined;
  return section(
    'rights',
    'Rights',
    sentences.map((text) => h('p', { lang: metadata.language }, text)),
  );
}
