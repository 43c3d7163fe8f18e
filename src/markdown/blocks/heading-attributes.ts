import type { Heading } from 'mdast';

/** What stands in braces behind a heading. */
export interface HeadingAttributes {
  /** An id of the author's own. */
  readonly id?: string;
  /** `{-}` or `{.unnumbered}`: the section has no number. */
  readonly isUnnumbered: boolean;
  /** `{.unlisted}`: contents do not list the section. */
  readonly isUnlisted: boolean;
}

const braces = /(?<!\s)\s*\{([^{}\n]+)\}\s*$/;
const known = /^(?:#[A-Za-z][\w.-]*|-|\.unnumbered|\.unlisted)$/;

const none: HeadingAttributes = { isUnnumbered: false, isUnlisted: false };

/**
 * Takes `{#id .unnumbered .unlisted}` or `{-}` off the end of a heading, as Pandoc reads them;
 * braces with anything else in them stay text.
 */
export function takeHeadingAttributes(heading: Heading): HeadingAttributes {
  const last = heading.children.at(-1);
  const match = last?.type === 'text' ? braces.exec(last.value) : null;
  const words = match?.[1]?.trim().split(/\s+/) ?? [];
  if (last?.type !== 'text' || !match || !words.every((word) => known.test(word))) return none;
  last.value = last.value.slice(0, match.index);
  if (last.position) {
    // Braces need no escapes: what is taken is as long in the source.
    const { end } = last.position;
    const length = match[0].length;
    const offset = end.offset === undefined ? {} : { offset: end.offset - length };
    last.position = { ...last.position, end: { line: end.line, column: end.column - length, ...offset } };
  }
  if (last.value === '') heading.children.pop();
  const id = words.find((word) => word.startsWith('#'))?.slice(1);
  return {
    ...(id !== undefined && { id }),
    isUnnumbered: words.includes('-') || words.includes('.unnumbered'),
    isUnlisted: words.includes('.unlisted'),
  };
}
