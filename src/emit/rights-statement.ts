import { fill, type Labels } from '../book/labels.ts';
import type { Licence } from '../book/licence.ts';
import { numberInWords } from '../language/formats.ts';
import type { CopyrightNotice, Metadata } from '../book/metadata.ts';

/** What the book says of its rights, for people to read; each entry a sentence or more. */
export interface RightsStatement {
  /** Who holds the copyright of the book and of its parts. */
  readonly notices: ReadonlyArray<string>;
  /** What others may do with it: statement, licence, funding, terms of reuse, reservation of mining. */
  readonly terms: ReadonlyArray<string>;
}

/**
 * What the book says of its rights, in its own language, the same for EPUB, PDF and records of
 * the trade.
 *
 * @param metadata the metadata of the book
 * @param labels fixed wording in its language
 */
export function rightsStatement({ copyright, language }: Metadata, labels: Labels): RightsStatement {
  const { statement, license, funding, reuse, mining } = copyright;
  const notices = [
    noticeOf(copyright),
    ...copyright.parts.map((part) => {
      const notice = noticeOf(part);
      return notice === undefined ? undefined : `${labels.notices[part.of] ?? part.of}: ${notice}`;
    }),
  ].flatMap(sentence);
  const granting = [
    statement,
    license && licenceOf(license, labels),
    reuse?.attribution,
    reuse?.url && fill(labels.referenceLink, { url: reuse.url }),
    reuse?.extract &&
      fill(labels.extractLimit, { characters: numberInWords(reuse.extract.characters, language) }),
    reuse?.permission,
    reuse?.contact && fill(labels.permissionContact, { contact: reuse.contact }),
  ].flatMap(sentence);
  const reserved = notices.length > 0 && granting.length === 0 ? [labels.allRightsReserved] : [];
  const mined = mining?.reserved
    ? [labels.miningReserved, mining.policy && fill(labels.miningPolicy, { policy: mining.policy })]
    : [];
  return { notices, terms: [...reserved, ...granting, ...[...funding, ...mined].flatMap(sentence)] };
}

function noticeOf({ years, holders }: CopyrightNotice): string | undefined {
  const words = [years.join(', '), holders.join(', ')].filter((part) => part !== '');
  return words.length === 0 ? undefined : `© ${words.join(' ')}`;
}

function licenceOf({ name, url, terms }: Licence, labels: Labels): string {
  // The wording of the first two has parentheses already.
  const within = url === undefined ? name : `${name}, ${url}`;
  if (terms.publicDomain === 'waived') return fill(labels.waived, { license: within });
  if (terms.publicDomain === 'marked') return fill(labels.publicDomain, { license: within });
  return fill(labels.licensedUnder, { license: url === undefined ? name : `${name} (${url})` });
}

/** The text on one line with a mark at its end, so that one can follow another; nothing for an empty one. */
function sentence(text: string | undefined): string[] {
  const line = text?.trim().replaceAll(/\s+/g, ' ') ?? '';
  if (line === '') return [];
  // An address stays free of a full stop that would become part of it.
  return [/[\p{Po}]$/u.test(line) || /https?:\S+$/.test(line) ? line : `${line}.`];
}
