import type { Labels } from '../../../book/labels.ts';
import type { Copyright, Metadata } from '../../../book/metadata.ts';
import { rightsStatement } from '../../rights-statement.ts';
import { alternatives, bag, property, resource, type Property } from './xmp-property.ts';

/**
 * The rights of the book in XMP: Dublin Core, rights management (ISO 16684-1, 8.5), the licence
 * of Creative Commons (https://wiki.creativecommons.org/wiki/XMP) and the reservation of text
 * and data mining (TDMRep, PDF files).
 *
 * @param metadata the metadata of the book
 * @param labels fixed wording in its language; without it nothing is said in words
 */
export function rightsProperties(metadata: Metadata, labels: Labels | undefined): Property[] {
  const { copyright, language } = metadata;
  const { license, mining, parts, website } = copyright;
  const { notices, terms } =
    labels === undefined ? { notices: [], terms: [] } : rightsStatement(metadata, labels);
  const url = license?.url;
  const holders = new Set([copyright, ...parts].flatMap((notice) => notice.holders));
  return [
    ...alternatives('dc:rights', [...notices, ...terms].join(' '), language),
    ...property('xmpRights:Marked', marked(copyright)),
    ...bag('xmpRights:Owner', [...holders]),
    ...property('xmpRights:WebStatement', url ?? website),
    ...alternatives('xmpRights:UsageTerms', terms.join(' '), language),
    ...resource('cc:license', url?.includes('//creativecommons.org/') === true ? url : undefined),
    ...property('tdm:reservation', mining && (mining.reserved ? '1' : '0')),
    ...property('tdm:policy', mining?.policy),
  ];
}

/** Whether rights are held in the book; unknown where it says nothing of them. */
function marked({ license, years, holders, statement }: Copyright): 'True' | 'False' | undefined {
  if (license?.terms.publicDomain !== undefined) return 'False';
  const held = years.length + holders.length > 0 || license !== undefined || statement !== undefined;
  return held ? 'True' : undefined;
}
