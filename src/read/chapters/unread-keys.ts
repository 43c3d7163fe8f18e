import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../book/messages/messages.ts';
import { originOf } from '../../book/messages/origin.ts';
import { nearest } from '../../book/nearest.ts';
import type { YamlDocument } from '../yaml/yaml-document.ts';
import { dictionary } from '../../book/dictionary.ts';

/** A key of front matter that is none of ours. */
export interface UnreadKey {
  readonly key: string;
  readonly file: VFile;
  readonly point: Point;
}

const order = 'Chapters stand in the order of their file names, or in that of `contents:` in book.yaml.';
const draft =
  'The file is in the book all the same: to leave it out, list the others under `contents:` in book.yaml.';

/** What to do where another program's key has a counterpart. */
const counterparts = dictionary<string>({
  lang: 'Write `language:` for the language of this file.',
  locale: 'Write `language:` for the language of this file.',
  order,
  weight: order,
  nav_order: order,
  sidebar_position: order,
  draft,
  published: draft,
  status: draft,
  bibliography: 'Name it in book.yaml, for all chapters: `citations: references.bib`.',
  class: 'To change how its text looks, put it into a block such as :::box{.name} and say how in theme.css.',
});

/** How many further places a message names. */
const named = 3;

/**
 * The keys at the top of front matter that belong to other programs; one that is nearly ours is a slip.
 *
 * @param document the front matter
 * @param file its file
 * @param known the keys that are read
 */
export function unreadKeys(document: YamlDocument, file: VFile, known: ReadonlyArray<string>): UnreadKey[] {
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value)
    .filter((key) => !known.includes(key) && nearest(key, known).length === 0)
    .map((key) => ({ key, file, point: document.keyAt([key]) }));
}

/**
 * Reports keys of other programs: one message a key for the whole book, at its first place, with the
 * count and the next places.
 *
 * @param found every place, in reading order
 */
export function reportUnreadKeys(found: ReadonlyArray<UnreadKey>): void {
  for (const key of new Set(found.map((each) => each.key))) {
    const [first, ...others] = found.filter((each) => each.key === key);
    if (first === undefined) continue;
    const next = others
      .slice(0, named)
      .map(({ file, point }) => `${file.path}:${originOf(file, point).point.line}`);
    const also = `; so do ${others.length} more: ${next.join(', ')}${others.length > named ? ' …' : ''}`;
    const reason = `The front matter has the key "${key}", which is not read${others.length > 0 ? also : ''}`;
    const hint = counterparts[key];
    report(first.file, 'front-matter-unread', reason, first.point, {
      ...(hint !== undefined && { hint }),
    });
  }
}
