import { describe, expect, it } from 'vitest';
import { smartMetadata } from '../../../src/markdown/metadata/smart-metadata.ts';
import { makeMetadata } from '../../builders/metadata.ts';

describe('smartMetadata', () => {
  it('sets what is words and leaves codes and addresses', () => {
    const given = makeMetadata({
      title: `The *Pequod*'s End`,
      subtitle: 'A "Tale"',
      contributors: [{ name: `Flannery O'Connor`, sortAs: `O'Connor, F.`, role: 'aut' }],
      publisher: { name: `O'Hara's`, url: "https://example.org/it's" },
      original: { title: '"Kit"', language: 'uk' },
      description: '*Moby* "again"',
      subjects: [{ text: `Sailors' tales` }, { scheme: 'bisac', code: 'FIC000000' }],
    });
    const copyright = { ...given.copyright, holders: [`O'Connor`], cataloguing: `"as" -- is`, credits: [] };
    const { metadata, titleTrees } = smartMetadata({ ...given, copyright });
    expect(metadata).toEqual({
      ...given,
      title: 'The Pequod’s End',
      subtitle: 'A “Tale”',
      contributors: [{ name: 'Flannery O’Connor', sortAs: 'O’Connor, F.', role: 'aut' }],
      publisher: { name: 'O’Hara’s', url: "https://example.org/it's" },
      original: { title: '«Kit»', language: 'uk' },
      description: 'Moby “again”',
      subjects: [{ text: 'Sailors’ tales' }, { scheme: 'bisac', code: 'FIC000000' }],
      copyright: { ...copyright, holders: ['O’Connor'] },
    });
    expect(Object.keys(titleTrees ?? {})).toEqual(['title']);
  });

  it('keeps the order of keys, and metadata without such marks as they are', () => {
    const given = makeMetadata({ subtitle: 'A Tale', edition: 'Second edition' });
    expect(JSON.stringify(smartMetadata(given).metadata)).toBe(JSON.stringify(given));
    expect(smartMetadata(given).titleTrees).toBeUndefined();
  });
});
