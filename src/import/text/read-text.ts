import { UsageError } from '../../book/errors.ts';
import { documentBytes } from '../document-bytes.ts';
import type { Imported } from '../imported.ts';
import { namesNotes } from '../notes/note-elements.ts';
import { typedNotes } from '../notes/typed-notes.ts';
import { rightsOf } from '../rights/rights-of.ts';
import { encodedText } from '../encoded-text.ts';
import { blocksOfText, type Block } from './blocks-of-text.ts';
import { headOf } from './head-of.ts';
import { textToMdast } from './text-to-mdast.ts';

/** Lines that sites leave in what is copied from them. */
const chrome =
  /^(?:share(?: (?:this|on .*))?:?|tweet|print|e-?mail|facebook|twitter|linkedin|whatsapp|telegram|copy link|like this:?|like loading.*|loading…?|related(?: (?:posts|articles))?:?|read (?:more|also):?.*|subscribe.*|leave a (?:comment|reply)|\d+ comments?|comments? \(\d+\)|advertisement|tags:.*|filed under:?.*|posted (?:in|on) .*|skip to (?:main )?content|menu|search|home|next|previous|back to top)$/i;

/** Lines of menus, which could be a heading further below. */
const menu =
  /^(?:about(?: us)?|contact(?: us)?|donate|news|opinion|analysis|blog|log ?in|sign (?:in|up)|register|newsletter|privacy policy|terms of (?:use|service)|accept(?: all)?(?: cookies)?|all rights reserved)$/i;

/** What a lonely shortcode of a site leaves, where it draws a line. */
const rule = /^\[hr\]$/i;

/** The blocks without the lines of a site, with what it lists behind "Related posts" in the same block, and those lines. */
function withoutChrome(blocks: ReadonlyArray<Block>): { readonly kept: Block[]; readonly left: string[] } {
  const isSite = blocks.flat().some((line) => chrome.test(line));
  const text = blocks.findIndex((block) => block.join(' ').length > 200);
  const left: string[] = [];
  const kept = blocks.map((block, index) => {
    const list = block.findIndex((line) => /^(?:related (?:posts|articles)|read also):?$/i.test(line));
    return block.filter((line, at) => {
      const isMenu = isSite && index < text && menu.test(line);
      const isListed = list !== -1 && at > list && line.length < 120;
      if (isMenu || isListed || chrome.test(line)) left.push(line);
      else return !rule.test(line);
      return false;
    });
  });
  return { kept: kept.filter((block) => block.length > 0), left };
}

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
  const { kept, left } = withoutChrome(all);
  const { metadata, rest, taken } = headOf(kept);
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
    remarks: [
      ...(left.length > 0 ? [`Left out as words of the site: ${quoted(left)}`] : []),
      ...(taken.length > 0 ? [`Taken for the author: ${quoted(taken)}`] : []),
    ],
  };
}

function quoted(lines: ReadonlyArray<string>): string {
  return lines.map((line) => `“${line}”`).join(', ');
}
