import { licenceOf } from '../../book/licence.ts';
import type { ImportedRights } from '../imported.ts';
import { extractIn } from './extract-in.ts';

/** What a text says of its rights, and the passages that say it. */
export interface FoundRights {
  readonly rights?: ImportedRights;
  /** As they stand among the blocks. */
  readonly passages: ReadonlyArray<string>;
}

/** How a passage about rights is known: as the words of a notice, not of prose about the law. */
const notices: ReadonlyArray<RegExp> = [
  /(?:^|\s)(?:©|\(c\)\s?\d{4}|copyright\s+(?:©\s*)?\d{4})/iu,
  /\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\bвсе права защищены\b/iu,
  /creativecommons\.org\/(?:licenses|publicdomain)|\blicen[sc]ed under\b|\bunder a creative commons\b|\bCC[ -]BY\b/iu,
  /\bwhen (?:referencing|quoting|citing|using|reusing|republishing|reprinting) (?:our|this|these|the|any)\b/iu,
  /\b(?:to|for) (?:re-?print|re-?publish|re-?use)\b.*\bpermission\b|\bpermission\b.*\b(?:to|for) (?:re-?print|re-?publish|re-?use)/iu,
];

const funders =
  /\b(?:is|are|was|were) (?:generously |kindly )?(?:supported|funded|financed) by\b|\bwith (?:the )?(?:kind |financial |generous )?support (?:of|from)\b/iu;

/** Passages about rights are short, and stand in the second half of a text or below it. */
export function rightsOf(blocks: ReadonlyArray<string>): FoundRights {
  const late = blocks.slice(Math.floor(blocks.length / 2)).filter((block) => block.length < 1200);
  const first = late.findIndex((block) => notices.some((notice) => notice.test(block)));
  if (first < 0) return { passages: [] };
  const passages = late.filter(
    (block, index) =>
      notices.some((notice) => notice.test(block)) || (Math.abs(index - first) < 4 && funders.test(block)),
  );
  return { rights: sorted([...new Set(passages)].flatMap(sentences)), passages };
}

function sentences(passage: string): string[] {
  return passage.split(/(?<=[.!?])\s+(?=[\p{Lu}©])/u).map((sentence) => sentence.trim());
}

/** Each sentence under the key of `copyright:` that it belongs to. */
function sorted(all: ReadonlyArray<string>): ImportedRights {
  const funding: string[] = [];
  const rest: string[] = [];
  let rights: ImportedRights = {};
  for (const sentence of all) {
    const owner = ownerIn(sentence);
    const { key, commons } = licenceOf({ name: sentence }).terms;
    if (owner !== undefined) rights = { ...owner, ...rights };
    else if (commons?.version !== undefined && rights.license === undefined)
      rights = { ...rights, license: key };
    else if (commons !== undefined) rest.push(sentence);
    else if (funders.test(sentence)) funding.push(sentence);
    else if (
      /\b(?:hyperlink|attribut|credit|when (?:referencing|citing|quoting))/iu.test(sentence) &&
      rights.attribution === undefined
    ) {
      const { extract, without } = extractIn(sentence);
      rights = { ...rights, attribution: without, ...(extract !== undefined && { extract }) };
    } else if (/\bpermission\b/iu.test(sentence) && rights.permission === undefined)
      rights = { ...rights, permission: sentence };
    else if (!/^all rights reserved\W*$/iu.test(sentence)) rest.push(sentence);
  }
  return {
    ...rights,
    ...(funding.length > 0 && { funding }),
    ...(rest.length > 0 && { statement: rest.join(' ') }),
  };
}

/** "© 2024 Euromaidan Press. All rights reserved." → year and holder. */
function ownerIn(sentence: string): Pick<ImportedRights, 'year' | 'holder'> | undefined {
  const from = /(?:©|\(c\)|\bcopyright\b(?=.{0,12}\d{4}))/iu.exec(sentence)?.index;
  if (from === undefined) return undefined;
  const notice = sentence.slice(from);
  const holder = notice
    .replace(/^(?:©|\(c\)|copyright|by|\d{4}|[\s,–—-])+/iu, '')
    .replace(/[—–|•·].*$/u, '')
    .replace(/[.,;]?\s*all rights reserved.*$/iu, '')
    .replace(/[\s,\d–-]+$/u, '')
    .replace(/(?<=\p{L}{3})\.$/u, '')
    .trim();
  const year = /\d{4}(?!\s*[–-]\s*\d{4})/.exec(notice)?.[0];
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(holder !== '' && holder.length < 100 && { holder }),
  };
}
