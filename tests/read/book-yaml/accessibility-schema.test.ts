import { expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import type { Metadata } from '../../../src/book/metadata.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { folderOf } from '../../builders/folder.ts';

async function read(claims: string): Promise<{ claims: Metadata['accessibility']; said: string[] }> {
  const yaml = `title: T\nlanguage: en\naccessibility: ${claims}\n`;
  const { metadata, file } = await readBookYaml(await folderOf({ 'book.yaml': yaml }), []);
  return {
    claims: metadata.accessibility,
    said: messagesOf([file]).map(({ rule, reason }) => `${rule}: ${reason}`),
  };
}

it('reads a conformance in the words of the standard or in short, with who certifies it', async () => {
  const conformance = { wcag: '2.1', level: 'AA' };
  expect(await read('{ conformance: wcag-2.1-aa, certifier: Jane Doe }')).toEqual({
    claims: { conformance, certifier: { name: 'Jane Doe' } },
    said: [],
  });
  const full =
    '{ conformance: "EPUB Accessibility 1.1 - WCAG 2.1 Level AA", contact: "https://a.example/access", ' +
    'certifier: { name: House, credential: Seal, report: "https://a.example" } }';
  expect(await read(full)).toEqual({
    claims: {
      conformance,
      certifier: { name: 'House', credential: 'Seal', report: 'https://a.example' },
      contact: 'https://a.example/access',
    },
    said: [],
  });
});

it.each([
  [
    '{ conformance: WCAG 3 AA, certifier: J }',
    'config-value: "accessibility.conformance" must be a version and level of WCAG such as WCAG 2.1 AA, not "WCAG 3 AA"',
  ],
  ['{ conformance: WCAG 2.1 AA }', 'config-value: A conformance is claimed that nobody certifies'],
  ['{ certifier: J }', 'config-value: A certifier is named, and no conformance'],
  [
    '{ conformance: WCAG 2.1 AA, certifier: J, exemption: microenterprise }',
    'accessibility-claim: A book that conforms is not exempt from it',
  ],
])('refuses %s', async (claims, reason) => {
  expect((await read(claims)).said).toEqual([reason]);
});
