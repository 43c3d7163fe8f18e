/**
 * Characters that do something to what shows a text in place of being seen: controls, which move about in a
 * terminal or begin a line that a CI server obeys, and those that turn the direction of what follows.
 */
const commanding = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text of the manuscript, or of a file of others, as one line that a terminal only shows: `\u{1B}`
 * stands for the character.
 */
export function visible(text: string): string {
  return text.replaceAll(commanding, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `\\u{${code}}`;
  });
}

/** The same for a text of several lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
