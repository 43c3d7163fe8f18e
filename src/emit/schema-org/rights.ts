import type { Metadata } from '../../book/metadata.ts';
import type { ReleaseFacts } from '../release-facts.ts';
import { rightsStatement } from '../rights-statement.ts';
import { holder } from './people.ts';
import { some } from './thing.ts';

/**
 * The rights of the book in the terms of https://schema.org/CreativeWork.
 *
 * @param metadata the metadata of the book
 * @param facts the wording of its language
 */
export function rightsOf(metadata: Metadata, { labels }: Pick<ReleaseFacts, 'labels'>) {
  const { license, years, holders, funding, reuse, mining } = metadata.copyright;
  const { notices, terms } = rightsStatement(metadata, labels);
  // A year, as the property demands: the one of this edition, the last.
  const year = years.flatMap((entry) => entry.split(/\D+/)).findLast((digits) => /^\d{4}$/.test(digits));
  return {
    license: license?.url ?? license?.name,
    copyrightHolder: some(holders.map((name) => holder(name, metadata))),
    copyrightYear: year === undefined ? undefined : Number(year),
    copyrightNotice: notices.join(' ') || undefined,
    creditText: reuse?.attribution,
    conditionsOfAccess: terms.join(' ') || undefined,
    usageInfo: some([reuse?.url, mining?.policy]),
    funding: some(funding.map((description) => ({ '@type': 'Grant', description }))),
  };
}
