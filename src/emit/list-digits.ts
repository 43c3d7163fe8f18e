import { counterStyleOf } from '../language/digits.ts';

/**
 * The styles by which lists are numbered in the digits of their languages: they have the class of the counter
 * style, as `persian-digits`. Nothing where all are 0 to 9.
 *
 * @param languages those of the book (BCP 47)
 */
export function listDigits(languages: Iterable<string>): string {
  const styles = new Set([...languages].flatMap((language) => counterStyleOf(language) ?? []));
  return [...styles].toSorted().map(rulesFor).join('');
}

/** Below the selectors of lists that show no numbers, and above those of labels as they were typed. */
function rulesFor(style: string): string {
  return `
@counter-style ${style}-parenthesis {
  system: extends ${style};
  suffix: ') ';
}
@counter-style ${style}-parentheses {
  system: extends ${style};
  prefix: '(';
  suffix: ') ';
}
.${style}-digits {
  list-style-type: ${style};
}
.${style}-digits.decimal-parenthesis {
  list-style-type: ${style}-parenthesis;
}
.${style}-digits.decimal-parentheses {
  list-style-type: ${style}-parentheses;
}
`;
}
