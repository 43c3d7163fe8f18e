import type { PhrasingContent } from 'mdast';
import type { Book } from '../../book/book.ts';
import { fill } from '../../book/labels.ts';
import type { CopyrightNotice } from '../../book/metadata.ts';
import type { ElementNode } from '../../book/nodes.ts';
import { line, text } from '../element.ts';
import { licenceSentence } from '../wording/licence-sentence.ts';
import { inDigits } from '../../language/digits.ts';
import { joinNames, numberInWords } from '../../language/formats.ts';
import { separatorsOf } from '../../language/separators.ts';
import { fillNodes, link, linked, paragraphs } from '../wording/wording.ts';

type Facts = Pick<Book, 'metadata' | 'labels'>;

/**
 * A copyright notice, "© 2024 Ann Author", or nothing where neither year nor holder is known.
 *
 * @param notice years and holders
 * @param language BCP 47
 */
export function copyrightNotice({ years, holders }: CopyrightNotice, language: string): string | undefined {
  const parts = [inDigits(years.join(', '), language), joinNames(holders, language)].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? undefined : `© ${parts.join(' ')}`;
}

/** The notice of the book, then those of its parts, each after the name of the part. */
export function copyrightLines({ metadata, labels }: Facts): ElementNode[] {
  const { copyright, language } = metadata;
  const whole = copyrightNotice(copyright, language);
  const parts = copyright.parts.flatMap((part) => {
    const notice = copyrightNotice(part, language);
    const name = labels.notices[part.of.trim().toLowerCase()] ?? part.of.trim();
    return notice === undefined ? [] : [line('copyright', `${name} ${notice}`.trim())];
  });
  return whole === undefined ? parts : [line('copyright', whole), ...parts];
}

/**
 * The statement of rights. "All rights reserved" stands in its place under a © line, where nothing
 * grants or explains rights.
 */
export function statementLines({ metadata, labels }: Facts): ElementNode[] {
  const { copyright, language } = metadata;
  const statements = paragraphs(copyright.statement);
  if (statements.length > 0) return statements.map((paragraph) => line('statement', linked(paragraph)));
  const granted = copyright.license !== undefined || reuseLines({ metadata, labels }).length > 0;
  return granted || copyrightNotice(copyright, language) === undefined
    ? []
    : [line('reserved', labels.allRightsReserved)];
}

/** The licence the book is under. */
export function licenceLines({ metadata, labels }: Facts): ElementNode[] {
  const { copyright, language } = metadata;
  if (copyright.license === undefined) return [];
  return [line('license', licenceSentence(copyright.license, labels, language))];
}

/** Who paid for the book. */
export function fundingLines({ metadata }: Facts): ElementNode[] {
  return metadata.copyright.funding
    .flatMap(paragraphs)
    .map((paragraph) => line('funding', linked(paragraph)));
}

/** How the book wishes to be cited, how much may be quoted, how and where more is permitted. */
export function reuseLines({ metadata, labels }: Facts): ElementNode[] {
  const { language } = metadata;
  const { attribution, url, extract, permission, contact } = metadata.copyright.reuse ?? {};
  const wishes = paragraphs(attribution).map(linked);
  if (url !== undefined) {
    const wish = wishes.at(-1);
    if (wish === undefined) wishes.push(fillNodes(labels.referenceLink, { url: [link(url, url)] }));
    else if (!attribution?.includes(url)) wish.push(text(' '), link(url, url));
  }
  const lines = wishes.map((wish) => line('attribution', wish));
  if (extract !== undefined) {
    const characters = numberInWords(extract.characters, language);
    lines.push(line('extract', fill(labels.extractLimit, { characters })));
  }
  lines.push(...paragraphs(permission).map((paragraph) => line('permission', linked(paragraph))));
  const address = paragraphs(contact).join(' ');
  if (address !== '') {
    lines.push(line('contact', fillNodes(labels.permissionContact, { contact: linked(address) })));
  }
  return lines;
}

/** The reservation of text and data mining, where mining is reserved. */
export function miningLines({ metadata, labels }: Facts): ElementNode[] {
  const { mining } = metadata.copyright;
  if (mining?.reserved !== true) return [];
  const reserved: PhrasingContent[] = [
    text(`${labels.miningReserved}${separatorsOf(metadata.language).gap}`),
  ];
  if (mining.policy === undefined) return [line('mining', labels.miningReserved)];
  const policy = fillNodes(labels.miningPolicy, { policy: [link(mining.policy, mining.policy)] });
  return [line('mining', [...reserved, ...policy])];
}
