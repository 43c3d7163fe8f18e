/** "Jane Doe", "J. R. van Doe" and "Jane Doe and John Roe": words that begin as names do, with the small ones within them. */
const name =
  /^(?:(?:Dr|Prof)\.\s)?\p{Lu}(?:\p{Ll}[\p{L}’'-]*|\.)(?:\s\p{Lu}(?:\.|[\p{L}’'-]+)){0,3}(?:\s(?:von|van|de|der|den|di|da|la|le|del|bin|al)){0,2}\s\p{Lu}[\p{L}’'-]+$/u;

/** What is between two of them. */
const between = /,\s|\s(?:and|und|et|y|&)\s/u;

/**
 * Whether a line below a title is nothing but the name of its author: it could be the heading of the first part, whose
 * words are those of the text. Of a name the first word stands nowhere in the text without the next.
 *
 * @param text all that stands below
 */
export function isBareName(line: string, text: string): boolean {
  const people = line.split(between);
  return line.length <= 80 && people.every((each) => name.test(each) && !isSpokenOf(each, text));
}

function isSpokenOf(person: string, text: string): boolean {
  const [first = '', next = ''] = person.replace(/^(?:Dr|Prof)\.\s/u, '').split(' ');
  if (first.endsWith('.')) return false;
  const word = new RegExp(
    `(?<![\\p{L}’'-])(?:${first}(?!\\s${next.replace('.', '\\.')})|${first.toLowerCase()})(?![\\p{L}])`,
    'u',
  );
  return word.test(text);
}
