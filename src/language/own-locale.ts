import { fallback } from './fallback.ts';
import { patternsFor } from './hyphenation.ts';
import type { Separators, Spaces, Variant } from './language.ts';
import { knowledgeOf, spacesOf } from './knowledge.ts';
import type { Labels } from '../book/labels.ts';
import { wordingOf } from './wording.ts';

/** Some of what a mapping holds, at any depth. */
type Partly<Whole> = {
  readonly [Key in keyof Whole]?: Whole[Key] extends string ? string : Partly<Whole[Key]>;
};

/** What an author says of a language: of everything else it is as Colophon knows it. */
export interface OwnLocale extends Partial<Omit<Variant, 'wording' | 'spaces' | 'separators'>> {
  /** The language that it is like in all that is not said: BCP 47. */
  readonly like?: string;
  readonly spaces?: Spaces;
  readonly separators?: Partial<Separators>;
  readonly wording?: Partly<Labels>;
}

/**
 * A language as an author has it, whole in each field that is stated.
 *
 * @param tag BCP 47
 */
export function completed(tag: string, { like, ...own }: OwnLocale): Variant {
  const model = like ?? tag;
  return {
    ...(like !== undefined && asIn(like)),
    ...own,
    ...(own.spaces !== undefined && { spaces: { ...spacesOf(model), ...own.spaces } }),
    ...(own.separators !== undefined && {
      separators: { ...knowledgeOf(model, 'separators'), ...own.separators },
    }),
    ...(own.wording !== undefined && { wording: merged(wordingOf(model), own.wording) }),
  } as Variant;
}

/** All that is known of another language. */
function asIn(like: string): Variant {
  const fields = (Object.keys(fallback) as Array<keyof typeof fallback>).map((field) => [
    field,
    knowledgeOf(like, field),
  ]);
  return {
    ...(Object.fromEntries(fields) as Variant),
    spaces: spacesOf(like),
    hyphenation: patternsFor(like)?.name ?? false,
    wording: wordingOf(like),
  };
}

/** A mapping with some of its words replaced. */
function merged<Whole extends object>(whole: Whole, part: Partly<Whole>): Whole {
  const words = Object.entries(part).map(([key, value]) => {
    const before = whole[key as keyof Whole];
    const isGroup =
      typeof before === 'object' && before !== null && typeof value === 'object' && value !== null;
    return [key, isGroup ? merged(before, value as Partly<typeof before>) : value] as const;
  });
  return { ...whole, ...Object.fromEntries(words) };
}
