import { describe, expect, it } from 'vitest';
import { withoutDocumentType } from '../../../src/read/images/plain-entities.ts';

const long = 1e7;

describe('withoutDocumentType', () => {
  it('takes it out behind declaration and comments, and writes its entities out', () => {
    const head = '\uFEFF<?xml version="1.0"?>\n<!-- a --><!-- <!DOCTYPE b> -->\n';
    const source = `${head}<!DOCTYPE svg [\n<!ENTITY ns "http://a.org/">\n]>\n<svg xmlns="&ns;"/>`;
    expect(withoutDocumentType(source, long)?.replaceAll(/ +\n/g, '\n')).toBe(
      `${head}\n\n\n<svg xmlns="http://a.org/"/>`,
    );
  });

  it('leaves what stands elsewhere, or declares more, as it is', () => {
    for (const source of ['<svg/><!DOCTYPE svg>', '<!DOCTYPE svg [<!ENTITY a SYSTEM "b">]><svg/>'])
      expect(withoutDocumentType(source, long)).toBe(source);
  });

  it('looks once at a million blanks, comments and sections without an end', () => {
    for (const rest of [' '.repeat(1e6), '<!--'.repeat(250_000), '<![CDATA['.repeat(100_000)]) {
      const source = `<svg a="b"${rest}`;
      expect(withoutDocumentType(source, long)).toBe(source);
      expect(
        withoutDocumentType(`${rest}<!DOCTYPE svg [<!ENTITY a "b">]>${rest}`, long)?.length,
      ).toBeGreaterThan(1e5);
    }
  });
});
