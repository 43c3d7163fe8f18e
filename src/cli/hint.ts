import type { Metadata } from '../book/metadata.ts';
import { nobody } from '../book/nobody.ts';

/**
 * What a finished book still lacks that readers, shops and libraries ask for first, with the line to add to
 * book.yaml: one thing at a time.
 */
export function hintFor({ contributors, copyright, cover, modified }: Metadata): string | undefined {
  const [first] = contributors;
  if (first === undefined)
    return 'It does not say who wrote it yet. Add to book.yaml:\n  contributors: Jane Doe';
  if (first.name === nobody)
    return `It names ${nobody} as who wrote it. Write the name in book.yaml, under contributors and copyright.`;
  const { holders, license, statement } = copyright;
  if (holders.length === 0 && license === undefined && statement === undefined)
    return `It does not say whose it is yet. Add to book.yaml:\n  copyright: { year: ${modified.slice(0, 4)}, holder: ${inYaml(first.name)} }`;
  if (cover === undefined)
    return 'Its cover is set in type. To have a picture, or to keep it so, add to book.yaml one of:\n  cover: { image: images/cover.jpg, alt: What it shows }\n  cover: { design: literary }';
  return undefined;
}

/** A name as it is written within braces: in quotes where it has signs of YAML. */
function inYaml(name: string): string {
  return /^[\p{L}\p{M}\p{N} .’'-]+$/u.test(name) && !/^[-']/.test(name) ? name : JSON.stringify(name);
}
