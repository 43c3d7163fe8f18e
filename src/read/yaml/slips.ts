import { stringify } from 'yaml';
import { dictionary } from '../../book/dictionary.ts';

/** A plain value where more was meant. */
export interface Slip {
  /** Whether the YAML was to be written otherwise, and not the value. */
  readonly isSyntax: boolean;
  /** One sentence without a full stop; undefined where what was accepted tells it. */
  readonly reason?: string;
  readonly hint: string;
}

/** What a plain value is mostly meant for, by the key whose mapping it stands in the place of. */
const usualKeys = dictionary<string>({
  notes: 'place',
  print: 'trim',
  epub: 'store',
  identifiers: 'print',
  accessibility: 'conformance',
});

/** Values as they are called elsewhere, in the words of book.yaml. */
const meantBy = dictionary<string>({
  footnotes: 'foot',
  footnote: 'foot',
  endnotes: 'book',
  endnote: 'book',
});

/**
 * What an author likely meant by a text that stands where a list or a mapping must.
 *
 * @param key the key that it belongs to
 * @param written the text
 * @param accepted what must stand there, as messages have it
 */
export function slipIn(key: string | undefined, written: string, accepted: string): Slip | undefined {
  if (accepted.startsWith('a list')) {
    const entries = withoutHyphens(written);
    if (entries !== undefined)
      return {
        isSyntax: true,
        reason: 'There is no blank behind the hyphen',
        hint: `Write:\n${entries.map((each) => `- ${each}`).join('\n')}`,
      };
    return written.includes(',') ? { isSyntax: false, hint: inLine(key, written.split(',')) } : undefined;
  }
  const [, keys] = /^a mapping with the keys (.*)$/.exec(accepted) ?? [];
  const [, own, value] = /^([\w-]+):(\S.*)$/s.exec(written) ?? [];
  const [, bare, behind] = /^([\w-]+)\s+([^\s=].*)$/s.exec(written) ?? [];
  if (bare !== undefined && keys?.split(', ').includes(bare) === true)
    return { isSyntax: true, reason: 'The line has no colon', hint: `Write: ${bare}: ${behind ?? ''}` };
  const usual = usualKeys[key ?? ''];
  if (own === undefined && usual !== undefined && keys !== undefined)
    return {
      isSyntax: false,
      hint: `Write: ${key}: { ${usual}: ${meantBy[written.toLowerCase()] ?? written} }`,
    };
  if (own === undefined || keys?.split(', ').includes(own) !== true) return undefined;
  return {
    isSyntax: true,
    reason: 'There is no blank behind the colon',
    hint: `Write: ${own}: ${value ?? ''}`,
  };
}

/** `-One -Two`, as YAML reads lines that begin so. */
function withoutHyphens(written: string): string[] | undefined {
  const entries = written.split(/(?:^|\s)-(?=\S)/).map((each) => each.trim());
  return entries[0] === '' && entries.length > 1 ? entries.slice(1) : undefined;
}

function inLine(key: string | undefined, entries: ReadonlyArray<string>): string {
  const all = entries.map((each) => each.trim()).filter((each) => each !== '');
  const list = stringify(all, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
  return `Write: ${key === undefined ? '' : `${key}: `}${list}`;
}
