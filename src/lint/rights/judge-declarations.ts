import type { Metadata } from '../../book/metadata.ts';
import type { Finding } from './finding.ts';
import { licenceName, type UsedPart } from './used-part.ts';

/**
 * The parts that must be credited (their licence asks for it, or a holder gave permission) and say
 * neither creator nor holder nor credit line.
 *
 * @param parts what the book borrows
 */
export function judgeCredits(parts: ReadonlyArray<UsedPart>): Finding[] {
  return parts.flatMap(({ name, part }): Finding[] => {
    if ([part.creator, part.holder, part.credit].some((credit) => credit?.trim())) return [];
    const why =
      part.license?.terms.attribution === true
        ? `is under ${licenceName(part)}, which asks for a credit`
        : part.permission !== undefined
          ? 'is used with permission'
          : undefined;
    if (why === undefined) return [];
    return [
      {
        rule: 'rights-credit',
        file: part.file,
        where: part.position,
        reason: `${name} ${why}, and nobody is credited for it`,
      },
    ];
  });
}

/**
 * The permissions that do not hold on the day the book appears: the last day of its date, or else
 * the day it was last changed; never today.
 *
 * @param parts what the book borrows
 * @param metadata the metadata of the book
 */
export function judgePermissions(parts: ReadonlyArray<UsedPart>, { date, modified }: Metadata): Finding[] {
  const day = date === undefined ? modified.slice(0, 10) : lastDay(date);
  const appears = `the book is of ${date ?? day}`;
  return parts.flatMap(({ name, part: { permission, file, position } }): Finding[] => {
    const finding = { rule: 'rights-permission', file, where: position } as const;
    const { granted, until } = permission ?? {};
    if (until !== undefined && until < day) {
      return [{ ...finding, reason: `${name} may be used until ${until}, and ${appears}` }];
    }
    if (granted !== undefined && granted > day) {
      return [
        {
          ...finding,
          reason: `${name} may be used from ${granted} on, and ${appears}`,
          hint: 'Correct the date of the permission or of the book.',
        },
      ];
    }
    return [];
  });
}

/** The last day of a year, of a month, or the day itself (ISO 8601). */
function lastDay(date: string): string {
  const [year = '', month = '12', day] = date.split('-');
  if (day !== undefined) return date.slice(0, 10);
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(last).padStart(2, '0')}`;
}
