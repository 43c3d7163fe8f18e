import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataOf, languages } from './languages.ts';

/**
 * What no file of a language says yet, by field. A language that learns something leaves its list;
 * a new one with gaps shows here what it lacks.
 */
const gaps = {
  quotationMarks: 'am ar bs eu gl ja mn ur zh',
  elisions:
    'am be bg bs ca cs da el es et eu fi fr gl hr hu is it lt lv mn nb nn no pl pt ro sk sl sr sv tr uk',
  spaces: 'am ar bg bs ca da el es et eu fa gl hr hu is it lt lv mn nl nn no pt ro sl sr tr ur',
  separators: 'am',
  hyphenation: '',
  digraphs: 'am bs da nb nn no sr',
  spine: 'am be bs et fa fi hi lt lv mn th tr ur',
  ascii: 'am ar be bg da de fa fi hi is ja ko mn nb nn no sr sv th ur zh',
  wording: 'am be bg bs ca et eu gl hr hu is lt lv mn nn no ro sk sl sr tr ur',
};

/** Languages that have patterns for hyphenation and no file: all else about them is the fallback. */
const hyphenatedOnly =
  'af as bn cop cu cy fur ga grc gu hsb hy ia id ka kmr kn la mk ml mr oc or pa pi pms rm sa sq ta te tk';

describe('gaps', () => {
  it.each(Object.entries(gaps))('in %s are known', (field, known) => {
    const lacking = languages.filter((language) => dataOf(language)[field as keyof typeof gaps] === null);
    expect(lacking).toEqual(known.split(' ').filter(Boolean));
  });

  it('are not hidden by patterns alone', () => {
    const folder = dirname(createRequire(import.meta.url).resolve('hyphen/patterns/la.js'));
    const tags = readdirSync(folder).map((name) => name.replace(/\.js$/, ''));
    const primary = tags.filter((tag) => /^[a-z]{2,3}$/.test(tag) && !languages.includes(tag));
    expect(primary).toEqual(hyphenatedOnly.split(' '));
  });
});
