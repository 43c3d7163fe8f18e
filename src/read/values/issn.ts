import { Fault } from './fault.ts';

/**
 * An ISSN as it is printed: two groups of four digits joined by a hyphen.
 *
 * @param text the ISSN, with or without its hyphen
 * @returns the ISSN, or a {@link Fault} that names the check digit expected (ISO 3297)
 */
export function parseIssn(text: string): string | Fault {
  const digits = text
    .replace(/^(?:urn:issn:|(?:e-?)?issn(?:-l)?:?\s*)/i, '')
    .replace(/[\s\u2010-\u2013-]/g, '')
    .toUpperCase();
  if (!/^\d{7}[\dX]$/.test(digits)) {
    return new Fault(`"${text}" is no ISSN`, {
      hint: 'An ISSN has eight digits, the last of which may be X, such as 0378-5955.',
    });
  }
  const expected = checkDigit(digits);
  if (digits.at(-1) !== expected) {
    return new Fault(`ISSN "${text}" has a wrong check digit: ${expected} is expected at its end`, {
      rule: 'identifier-checksum',
    });
  }
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** The check digit for the first seven digits, weighted 8 to 2, modulo 11; X stands for 10. */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 7; index += 1) sum += Number(digits[index]) * (8 - index);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
