import type { Root } from 'mdast';
import type { Metadata } from '../../book/metadata.ts';
import type { Orthography } from '../../language/punctuation.ts';
import { markedText } from './marked-text.ts';

/** The metadata as they are printed and told, and the trees of those that have markup. */
export interface SmartMetadata {
  readonly metadata: Metadata;
  readonly titleTrees?: { readonly title?: Root; readonly subtitle?: Root };
}

/** The parts of the metadata that hold words of the author's. */
const worded = [
  'title',
  'subtitle',
  'sortAs',
  'contributors',
  'publisher',
  'edition',
  'description',
  'subjects',
  'series',
  'original',
  'cover',
  'copyright',
  'notes',
] as const satisfies ReadonlyArray<keyof Metadata>;

/** The keys whose values are words, wherever they stand; what else there is are codes, numbers and addresses. */
const names: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'name',
  'sortAs',
  'affiliation',
  'author',
  'publisher',
  'place',
  'address',
  'edition',
  'description',
  'text',
  'alt',
  'spine',
  'of',
  'role',
  'holders',
  'contact',
]);

/** Those that are read in the book alone. */
const running: ReadonlySet<string> = new Set([
  'back',
  'statement',
  'funding',
  'attribution',
  'permission',
  'disclaimer',
  'history',
  'privacy',
  'introduction',
]);

/**
 * The metadata with the punctuation of their language: what is printed of them is typeset as the
 * text is, and nothing of Markdown is left in what other files say of the book.
 *
 * @param metadata as book.yaml has them
 */
export function smartMetadata(metadata: Metadata): SmartMetadata {
  const orthography = { language: metadata.language, spaces: metadata.punctuation.spaces };
  const smart = Object.fromEntries(
    worded.filter((key) => key in metadata).map((key) => [key, smartValue(metadata[key], key, orthography)]),
  ) as Partial<Metadata>;
  const { tree: title } = markedText(metadata.title, orthography, 'name');
  const { tree: subtitle } = markedText(metadata.subtitle ?? '', orthography, 'name');
  return {
    metadata: { ...metadata, ...smart },
    ...((title ?? subtitle) && {
      titleTrees: { ...(title && { title }), ...(subtitle && { subtitle }) },
    }),
  };
}

/** A value with its words set; `key` is the nearest key above it. */
function smartValue(value: unknown, key: string, orthography: Orthography): unknown {
  if (typeof value === 'string') {
    if (names.has(key)) return markedText(value, orthography, 'name').plain;
    return running.has(key) ? markedText(value, orthography, 'running').plain : value;
  }
  if (Array.isArray(value)) return value.map((entry) => smartValue(entry, key, orthography));
  if (typeof value !== 'object' || value === null) return value;
  // The original speaks its own language.
  const own =
    key === 'original' && 'language' in value
      ? { ...orthography, language: String(value.language) }
      : orthography;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, smartValue(entry, name, own)]),
  );
}
