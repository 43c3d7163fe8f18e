import { Fault } from './fault.ts';

/**
 * An ORCID iD as sixteen digits in groups of four, with or without its address as written.
 *
 * @param text the iD, for example `0000-0002-1825-0097`
 * @returns the iD, or a {@link Fault} that names the check digit expected (ISO 7064, MOD 11-2)
 */
export function parseOrcid(text: string): string | Fault {
  const digits = text
    .replace(/^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid(?:\s+id)?:?\s*)/i, '')
    .replace(/[\s\u2010-\u2013-]|\/$/g, '')
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) {
    return new Fault(`"${text}" is no ORCID iD`, {
      hint: 'Write its sixteen digits in groups of four, such as 0000-0002-1825-0097.',
    });
  }
  const expected = checkDigit(digits);
  if (digits.at(-1) !== expected) {
    return new Fault(`ORCID iD "${text}" has a wrong check digit: ${expected} is expected at its end`, {
      rule: 'identifier-checksum',
      hint: 'Copy the iD again from the person’s page at orcid.org.',
    });
  }
  return digits.replace(/(.{4})(?!$)/g, '$1-');
}

/** The check digit for the first fifteen digits; X stands for 10. */
function checkDigit(digits: string): string {
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = ((total + Number(digit)) * 2) % 11;
  const check = (12 - total) % 11;
  return check === 10 ? 'X' : String(check);
}
