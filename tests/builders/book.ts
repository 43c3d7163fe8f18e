import type { Root as Hast } from 'hast';
import type { Root as Mdast } from 'mdast';
import type { Book } from '../../src/book/book.ts';
import type { Metadata } from '../../src/book/metadata.ts';
import { noRights } from '../../src/book/rights.ts';
import { makeMetadata } from './metadata.ts';
import { wordingOf } from '../../src/language/wording.ts';

/** A book with nothing in it but what a test names. */
export function makeBook<Tree extends Mdast | Hast = Hast>(
  parts: Partial<Book<Tree>> = {},
  metadata: Partial<Metadata> = {},
): Book<Tree> {
  return {
    labels: wordingOf('en'),
    front: [],
    body: [],
    back: [],
    notes: [],
    rights: noRights,
    copyrightTemplate: { type: 'root', children: [] },
    ...parts,
    metadata: makeMetadata(metadata),
  };
}
