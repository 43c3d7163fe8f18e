import type { PunctuationSpaces } from '../book/metadata.ts';
import { knowledgeOf, spacesOf } from './knowledge.ts';
import type { QuotationMarks } from './language.ts';
import { ownLocales, type OwnLocales } from './own-locales.ts';
import { noBreakBindings, type Binding } from './no-break-spaces.ts';
import { punctuationSpaces, type SpacePunctuation } from './punctuation-spaces.ts';

/** How a text is written. */
export interface Orthography {
  /** BCP 47 */
  readonly language: string;
  /** Whether spaces that belong to punctuation are set where none is typed. */
  readonly spaces: PunctuationSpaces;
}

/** The rules of a language for punctuation and spaces as typewriters have them. */
export interface PunctuationRules extends QuotationMarks {
  /** What begins with an apostrophe, as it stands after it. */
  readonly elisions?: RegExp;
  /** Sets the spaces that belong to punctuation; absent where none do. */
  readonly spacePunctuation?: SpacePunctuation;
  /** Where no line may end in running text. */
  readonly bindings: ReadonlyArray<Binding>;
}

/** By what an author says of languages: each says something else. */
const known = new WeakMap<OwnLocales, Map<string, PunctuationRules>>();

/**
 * The rules of a language; for what it has not told, those of the fallback.
 */
export function punctuationRules(orthography: Orthography): PunctuationRules {
  const key = `${orthography.spaces} ${orthography.language}`;
  const own = ownLocales();
  const here = known.get(own) ?? new Map<string, PunctuationRules>();
  known.set(own, here);
  const rules = here.get(key) ?? rulesFor(orthography);
  here.set(key, rules);
  return rules;
}

function rulesFor({ language, spaces }: Orthography): PunctuationRules {
  const elisions = knowledgeOf(language, 'elisions');
  const marks = knowledgeOf(language, 'quotationMarks');
  const spacePunctuation = punctuationSpaces(marks, spacesOf(language), spaces);
  return {
    ...marks,
    ...(elisions.length > 0 && {
      elisions: new RegExp(`^(?:${elisions.join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
    }),
    ...(spacePunctuation && { spacePunctuation }),
    bindings: noBreakBindings(language),
  };
}
