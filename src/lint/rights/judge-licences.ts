import type { Metadata } from '../../book/metadata.ts';
import { adaptationLicences } from './adaptation-licences.ts';
import type { Finding } from './finding.ts';
import { licenceName, type UsedPart } from './used-part.ts';

/**
 * What clashes with the licences of the parts: a non-commercial part in a book that is sold, a part
 * without derivatives that is shown altered. A permission on record lifts both.
 *
 * @param parts what the book borrows
 * @param metadata the metadata of the book
 */
export function judgeLicences(parts: ReadonlyArray<UsedPart>, { sale }: Metadata): Finding[] {
  return parts.flatMap((used): Finding[] => {
    const { name, part, uses } = used;
    if (part.license === undefined || part.permission !== undefined) return [];
    const { nonCommercial, noDerivatives } = part.license.terms;
    const clashes = [
      ...(nonCommercial && sale.commercial ? ['forbids commercial use, and the book is sold'] : []),
      ...(noDerivatives && part.altered === true ? ['forbids changes, and the book shows it altered'] : []),
    ];
    const [{ file, position }] = uses;
    return clashes.map((clash) => ({
      rule: 'rights-licence',
      file,
      where: position,
      reason: `${name} is under ${licenceName(part)}, which ${clash}`,
    }));
  });
}

/**
 * Where altered parts ask for a licence of the whole: the book is under another one, or two of them
 * ask for licences that exclude each other. Share-alike binds adaptations, not what is only
 * collected (CC BY-SA 4.0, 3(b)); a permission on record lifts it.
 *
 * @param parts what the book borrows
 * @param metadata the metadata of the book
 */
export function judgeShareAlike(parts: ReadonlyArray<UsedPart>, { copyright }: Metadata): Finding[] {
  const own = copyright.license;
  const ownKey = own?.terms.key;
  const before: Array<{ readonly used: UsedPart; readonly accepted: ReadonlySet<string> }> = [];
  const findings: Finding[] = [];
  for (const used of parts) {
    const { name, part, uses } = used;
    if (part.license === undefined || part.permission !== undefined || part.altered !== true) continue;
    const { shareAlike } = part.license.terms;
    if (!shareAlike) continue;
    const accepted = adaptationLicences(part.license.terms);
    const rival = before.find((other) => ![...other.accepted].some((licence) => accepted.has(licence)));
    before.push({ used, accepted });
    const satisfied = ownKey !== undefined && accepted.has(ownKey);
    const [{ file, position }] = uses;
    const finding = { rule: 'rights-share-alike', file, where: position } as const;
    if (rival !== undefined) {
      const other = `${lower(rival.used.name)} under ${licenceName(rival.used.part)}`;
      findings.push({
        ...finding,
        reason: `${name} is under ${licenceName(part)} and ${other}; both are altered, and no licence of the book satisfies both`,
        hint: 'Show one of the two unaltered, take it out, or ask its holder for permission and record it.',
      });
    } else if (!satisfied) {
      const book = own === undefined ? 'no licence' : (own.id ?? own.name);
      findings.push({
        ...finding,
        reason: `${name} is altered and under ${licenceName(part)}, which asks for the same licence, but the book is under ${book}`,
      });
    }
  }
  return findings;
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
