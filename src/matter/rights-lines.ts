import type { PhrasingContent } from 'mdast';
import type { Book } from '../book/book.ts';
import { fill } from '../book/labels.ts';
import type { Licence } from '../book/metadata.ts';
import type { ElementNode } from '../book/nodes.ts';
import { line, text } from './element.ts';
import { joinNames, numberInWords } from './names.ts';
import { fillNodes, link, linked, paragraphs } from './wording.ts';

/**
 * What the book says about its rights, a paragraph each: © line, statement, licence, funding,
 * terms of reuse, reservation of text and data mining. "All rights reserved" stands only under a
 * © line, and only where nothing grants or explains rights.
 *
 * @param book the book
 */
export function rightsLines({ metadata, labels }: Book): ElementNode[] {
  const { years, holders, statement, license, funding, mining } = metadata.copyright;
  const notice = [years.join(', '), joinNames(holders, metadata.language)].filter((part) => part !== '');
  const statements = paragraphs(statement);
  const reuse = reuseLines({ metadata, labels });
  const lines: ElementNode[] = [];
  if (notice.length > 0) lines.push(line('copyright', `© ${notice.join(' ')}`));
  lines.push(...statements.map((paragraph) => line('statement', linked(paragraph))));
  if (license !== undefined) {
    lines.push(line('license', fillNodes(labels.licensedUnder, { license: licence(license) })));
  }
  if (notice.length > 0 && statements.length + reuse.length === 0 && license === undefined) {
    lines.push(line('reserved', labels.allRightsReserved));
  }
  lines.push(...funding.flatMap(paragraphs).map((paragraph) => line('funding', linked(paragraph))));
  lines.push(...reuse);
  if (mining?.reserved === true) lines.push(line('mining', reservation(labels, mining.policy)));
  return lines;
}

function licence({ name, url }: Licence): PhrasingContent[] {
  return [url === undefined ? text(name) : link(url, name)];
}

function reuseLines({ metadata, labels }: Pick<Book, 'metadata' | 'labels'>): ElementNode[] {
  const { attribution, extract, permission, contact } = metadata.copyright.reuse ?? {};
  const lines = paragraphs(attribution).map((paragraph) => line('attribution', linked(paragraph)));
  if (extract !== undefined) {
    const characters = numberInWords(extract.characters, metadata.language);
    lines.push(line('extract', fill(labels.extractLimit, { characters })));
  }
  lines.push(...paragraphs(permission).map((paragraph) => line('permission', linked(paragraph))));
  if (contact !== undefined && contact.trim() !== '') {
    lines.push(line('contact', fillNodes(labels.permissionContact, { contact: linked(contact.trim()) })));
  }
  return lines;
}

function reservation(labels: Book['labels'], policy: string | undefined): PhrasingContent[] {
  const reserved = text(labels.miningReserved);
  if (policy === undefined) return [reserved];
  return [reserved, text(' '), ...fillNodes(labels.miningPolicy, { policy: [link(policy, policy)] })];
}
