import { describe, expect, test } from 'vitest';
import { spareCharacters } from '../../src/emit/spare-characters.ts';

function spare(used: string, ...scripts: string[]): string {
  return [...spareCharacters(used, scripts)].join('');
}

describe('spareCharacters', () => {
  test('has letters, figures, marks and signs that any book may come to have', () => {
    const found = spare('');
    for (const character of 'aZ09é ÿŒžß–—‘’“”…‹›«»€£§¶†‡½&@{}|~') expect(found).toContain(character);
    expect(found).not.toMatch(/[\p{Cc}\p{Cn}\p{Co}\p{Script=Greek}\p{Script=Cyrillic}]/u);
  });

  test('has what stands near the characters of the book', () => {
    expect(spare('λ')).toMatch(/Ω.*ά/u);
    expect(spare('ж')).toMatch(/Щ.*ї/u);
    expect(spare('ế')).toContain('ỹ');
    expect(spare('ا')).toContain('ي');
  });

  test('has what is common in scripts of thousands of characters', () => {
    const japanese = spare('鯨', 'Jpan');
    for (const character of 'あンー海年、。') expect(japanese).toContain(character);
    // One of level 2, and two that no standard of Japan has in that form.
    expect(japanese).not.toMatch(/鰆|这|说/u);
    for (const character of '这说海，') expect(spare('鲸', 'Hans')).toContain(character);
    for (const character of '這說海') expect(spare('鯨', 'Hant')).toContain(character);
    for (const character of '고래는') expect(spare('고', 'Kore')).toContain(character);
    expect(spare('鯨')).not.toMatch(/\p{Script=Han}/u);
  });
});
