import type { PDFDocument, PDFRef } from 'pdf-lib';
import type { Shelf } from '../../../book/shelf.ts';
import { ownersOf, type ContentOwner } from './content-owners.ts';
import { unseenForms } from './unseen-forms.ts';
import { fontFacts } from './font-facts.ts';
import { rewriteStreams } from './rewrite-streams.ts';

/** What becomes of the content of a page or a form; the content itself where nothing changes. */
export type ContentRewriting = (content: Uint8Array, owner: ContentOwner) => Uint8Array;

/** What an earlier build made of pages, and what is done to them goes by besides their content and their fonts. */
interface EarlierPages {
  readonly shelf: Shelf;
  readonly facts: (owner: ContentOwner) => string;
}

/**
 * Rewrites the contents of all pages, and of some forms, without what nobody sees, each unpacked and packed once however
 * much is done to it; what an earlier build made of the same is taken as it is.
 *
 * @param forms what stands on pages and is rewritten as they are
 */
export async function rewritePages(
  document: PDFDocument,
  forms: Iterable<PDFRef>,
  rewritings: ReadonlyArray<ContentRewriting>,
  { shelf, facts }: EarlierPages,
): Promise<void> {
  const owners = ownersOf(document, forms);
  const unseen = new Map([...owners].map(([ref, owner]) => [ref, unseenForms(owner)] as const));
  const fontsOf = fontFacts();
  await rewriteStreams(
    document.context,
    owners.keys(),
    (content, ref) => {
      const owner = owners.get(ref);
      if (owner === undefined) return content;
      const seen = unseen.get(ref)?.drop(content) ?? content;
      return rewritings.reduce((before, rewrite) => rewrite(before, owner), seen);
    },
    {
      shelf,
      facts: (ref) => {
        const owner = owners.get(ref);
        return owner === undefined
          ? ''
          : `${facts(owner)}\n${unseen.get(ref)?.facts ?? ''}\n${fontsOf(owner)}`;
      },
    },
  );
}
