import { Fault } from './fault.ts';

const uuid = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * A URN (RFC 8141); a UUID alone becomes one (RFC 9562, 4).
 *
 * @param text as written
 * @returns nothing for what is none, a {@link Fault} for an ISBN, which is that of one edition
 */
export function parseUrn(text: string): string | Fault | undefined {
  const [, bare] = uuid.exec(text) ?? [];
  if (bare !== undefined) return `urn:uuid:${bare.toLowerCase()}`;
  if (/^urn:isbn:/i.test(text)) {
    return new Fault('An ISBN is that of one edition and does not name the book', {
      hint: 'Write it as epub:, print: or pdf:, and here a UUID as uuidgen draws it.',
    });
  }
  return /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[\w!$%&'()*+,./:;=?@~#-]+$/i.test(text) ? text : undefined;
}
