import type { PhrasingContent } from 'mdast';
import type { Book, Section } from '../../book/book.ts';
import type { ElementNode } from '../../book/nodes.ts';
import type { DeclaredPart } from '../../book/rights.ts';
import { element, line, text } from '../element.ts';
import { inlineTitle } from '../inline-title.ts';
import { licenceName } from '../wording/licence-sentence.ts';
import { separatorsOf } from '../../language/separators.ts';
import { enumerated } from '../wording/source-line.ts';
import { link, linked, paragraphs } from '../wording/wording.ts';

/** What the list of credits says besides what is declared of a part. */
export interface Naming {
  /** What the book calls the part, where no title is declared. */
  readonly name?: string;
  /** The section it first stands in. */
  readonly section?: Section;
}

/**
 * The list item that credits a borrowed part: where it stands, who made it, its title, holder,
 * licence and address, whether it is shown changed, then by whose permission. A credit line the
 * holder asks for takes the place of all but title, licence and permission.
 *
 * @param part what is declared of it
 * @param naming what the book knows of it
 * @param book the book
 */
export function creditEntry(
  part: DeclaredPart,
  { name, section }: Naming,
  { labels, metadata }: Pick<Book, 'metadata' | 'labels'>,
): ElementNode {
  const { language } = metadata;
  // What stands in no section, as the cover, is known by its name alone.
  const place = section === undefined ? name && text(name) : placeLink(section);
  const phrases = phrasesOf(part, section && name, labels);
  const opening = place === undefined || place === '' ? [] : [place];
  if (opening.length > 0 && phrases.length > 0) opening.push(text(separatorsOf(language).colon));
  const notes = paragraphs(part.permission?.note).map((note) => line('permission', linked(note)));
  return element('li', {}, [line('credit', [...opening, ...enumerated(phrases, language)]), ...notes]);
}

function phrasesOf(
  part: DeclaredPart,
  name: string | undefined,
  labels: Book['labels'],
): PhrasingContent[][] {
  const { title, creator, holder, credit, license, url, altered } = part;
  const phrases: PhrasingContent[][] = [];
  if (title !== undefined) phrases.push([element('cite', {}, [text(title)])]);
  else if (name !== undefined) phrases.push([text(name)]);
  if (credit !== undefined) {
    phrases.push(linked(paragraphs(credit).join(' ')));
  } else {
    if (creator !== undefined) phrases.unshift([text(creator)]);
    if (holder !== undefined) phrases.push([text(`© ${holder.replace(/^(?:©|\(c\))\s*/i, '')}`)]);
  }
  if (license !== undefined) {
    const named = licenceName(license, labels);
    phrases.push([license.url === undefined ? text(named) : link(license.url, named)]);
  }
  if (altered === true) phrases.push([text(labels.creditAltered)]);
  if (url !== undefined && !credit?.includes(url)) phrases.push([link(url, url)]);
  return phrases;
}

function placeLink({ id, title, titleTree }: Section): PhrasingContent {
  const markup = inlineTitle(titleTree);
  const words = element('span', { className: ['place'] }, markup.length > 0 ? markup : [text(title)]);
  return { type: 'link', url: `#${id}`, children: [words] };
}
