import { UsageError } from '../../book/errors.ts';
import { documentBytes } from '../document-bytes.ts';
import type { Imported } from '../imported.ts';
import { namesNotes } from '../notes/note-elements.ts';
import { typedNotes } from '../notes/typed-notes.ts';
import { rightsOf } from '../rights/rights-of.ts';
import { encodedText } from '../encoded-text.ts';
import { blocksOfText } from './blocks-of-text.ts';
import { headOf } from './head-of.ts';
import { textToMdast } from './text-to-mdast.ts';

/** Lines that sites leave in what is copied from them. */
const chrome =
  /^(?:share(?: (?:this|on .*))?:?|tweet|print|e-?mail|facebook|twitter|linkedin|whatsapp|telegram|copy link|like this:?|like loading.*|loading…?|related(?: (?:posts|articles))?:?|read (?:more|also):?.*|subscribe.*|leave a (?:comment|reply)|\d+ comments?|comments? \(\d+\)|advertisement|tags:.*|filed under:?.*|posted (?:in|on) .*|skip to (?:main )?content|menu|search|home|next|previous|back to top)$/i;

/** In bytes: what all Markdown of a book may have. */
const largestText = 64 * 2 ** 20;

/**
 * A text without markup, as it is copied from a page or a mail: title, byline and date at its head, headings as
 * short lines, notes as [1] with their texts at the end, and a notice of rights.
 *
 * @throws {UsageError} where there is no text in it
 */
export async function readText(path: string): Promise<Imported> {
  const text = encodedText(await documentBytes(path, largestText))
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const all = blocksOfText(text);
  if (all.length === 0) throw new UsageError(`${path} is empty`);
  const left = all.flat().filter((line) => chrome.test(line));
  const kept = all
    .map((block) => block.filter((line) => !chrome.test(line)))
    .filter((block) => block.length > 0);
  const { metadata, rest } = headOf(kept);
  const { rights, passages } = rightsOf(rest.map((block) => block.join(' ')));
  const said = new Set(passages);
  const body = rest.filter((block) => !said.has(block.join(' ')));
  const tree = typedNotes(textToMdast(body));
  return {
    metadata: { ...metadata, ...(rights !== undefined && { rights }) },
    tree,
    pictures: new Map(),
    words: body.map((block) => block.join(' ')).join('\n'),
    elsewhere: body.map((block) => block.join(' ')).filter(namesNotes),
    remarks:
      left.length > 0 ? [`Left out as words of the site: ${left.map((line) => `“${line}”`).join(', ')}`] : [],
  };
}
