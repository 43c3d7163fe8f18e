import { expect, test } from 'vitest';
import { Fault } from '../../../src/read/values/fault.ts';
import { parseUrn } from '../../../src/read/values/urn.ts';

test.each([
  ['0A5A8E04-4B9E-4F0E-8A39-2F4E0C2A7D11', 'urn:uuid:0a5a8e04-4b9e-4f0e-8a39-2f4e0c2a7d11'],
  ['urn:uuid:0a5a8e04-4b9e-4f0e-8a39-2f4e0c2a7d11', 'urn:uuid:0a5a8e04-4b9e-4f0e-8a39-2f4e0c2a7d11'],
  ['urn:nbn:de:101:1-201102033592', 'urn:nbn:de:101:1-201102033592'],
])('%s is %s', (text, urn) => {
  expect(parseUrn(text)).toBe(urn);
});

test.each(['', 'my-book', 'https://example.org/book', 'urn:x', 'urn:nbn:a b', 'urn:nbn:"x"'])(
  '%j is none',
  (text) => {
    expect(parseUrn(text)).toBeUndefined();
  },
);

test('an ISBN names an edition', () => {
  expect(parseUrn('urn:isbn:9780306406157')).toBeInstanceOf(Fault);
});
