import { Fault } from './fault.ts';

/**
 * An ISBN as 13 digits without hyphens; an ISBN-10 is converted.
 *
 * @param text the ISBN as printed: 10 or 13 digits, with or without hyphens and spaces
 * @returns the digits, or a {@link Fault} that names the check digit expected (ISO 2108)
 */
export function parseIsbn(text: string): string | Fault {
  const digits = text
    .replace(/^(?:urn:isbn:|isbn(?:-1[03](?!\d))?:?\s*)/i, '')
    .replace(/[\s\u2010-\u2013\u2212-]/g, '')
    .toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) {
    const expected = checkDigit10(digits);
    if (digits.at(-1) !== expected) return wrongCheckDigit(text, expected);
    const stem = `978${digits.slice(0, 9)}`;
    return stem + checkDigit13(stem);
  }
  if (!/^\d{13}$/.test(digits) || !/^97[89]/.test(digits)) {
    return new Fault(`"${text}" is no ISBN`, {
      hint: 'An ISBN has 13 digits and begins with 978 or 979, or has 10 digits.',
    });
  }
  if (digits.startsWith('9790')) {
    return new Fault(`"${text}" is the number of printed music (ISMN), not an ISBN`, {
      hint: 'An ISBN begins with 978 or with 979-1 to 979-9.',
    });
  }
  const expected = checkDigit13(digits);
  return digits.at(-1) === expected ? digits : wrongCheckDigit(text, expected);
}

function wrongCheckDigit(text: string, expected: string): Fault {
  return new Fault(`ISBN "${text}" has a wrong check digit: ${expected} is expected at its end`, {
    rule: 'isbn-checksum',
  });
}

/** The check digit for the first twelve digits, weighted 1 and 3 in turn, modulo 10. */
function checkDigit13(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += Number(digits[index]) * (index % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

/** The check digit for the first nine digits, weighted 10 to 2, modulo 11; X stands for 10. */
function checkDigit10(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += Number(digits[index]) * (10 - index);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
