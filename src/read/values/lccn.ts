import { Fault } from './fault.ts';

/**
 * A Library of Congress Control Number in its normal form: a prefix of up to three letters, a
 * year of two or four digits and a serial number of six.
 *
 * @param text the number, for example `2024-12345`, or its address at lccn.loc.gov
 * @returns the number, `2024012345`, or a {@link Fault} that says what is wrong with its form
 * (https://www.loc.gov/marc/lccn-namespace.html: the number has no check digit)
 */
export function parseLccn(text: string): string | Fault {
  const [number = ''] = text
    .replace(/^(?:(?:https?:\/\/)?lccn\.loc\.gov\/|info:lccn\/|lccn:?\s*)/i, '')
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2013]/g, '-')
    .toLowerCase()
    // What follows a slash is the revision of the record.
    .split('/');
  const [start = '', serial, ...rest] = number.split('-');
  if (serial !== undefined && (rest.length > 0 || !/^\d{1,6}$/.test(serial))) {
    return wrong(text, 'one to six digits are expected after its hyphen');
  }
  const normal = start + (serial?.padStart(6, '0') ?? '');
  if (!/^(?:[a-z]{0,3}\d{8}|[a-z]{0,2}\d{10})$/.test(normal)) {
    return wrong(text, 'a year of two or four digits and a serial number of six are expected');
  }
  return normal;
}

function wrong(text: string, expected: string): Fault {
  return new Fault(`LCCN "${text}" has a wrong form: ${expected}`, {
    rule: 'identifier-checksum',
    hint: 'Copy the number again from the Library of Congress: it looks like 2024012345, 2024-12345 or sn85000678.',
  });
}
