/** How many characters a message names. */
const named = 5;

/** The characters as a message names them, and how many there are if not one: "the character ☃ (U+2603)". */
export function nameCharacters(characters: ReadonlySet<string>): string {
  const list = [...characters].slice(0, named).map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `${character} (U+${code})`;
  });
  if (characters.size === 1) return `the character ${list.join('')}`;
  return `${characters.size} characters: ${list.join(', ')}${characters.size > named ? ' …' : ''}`;
}
