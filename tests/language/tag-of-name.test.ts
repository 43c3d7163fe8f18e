import { expect, it } from 'vitest';
import { tagOfName } from '../../src/language/tag-of-name.ts';

it.each([
  ['English', 'en'],
  ['deutsch', 'de'],
  ['Українська', 'uk'],
  ['Klingon of sorts', undefined],
])('%s is %s', (name, tag) => expect(tagOfName(name)).toBe(tag));
