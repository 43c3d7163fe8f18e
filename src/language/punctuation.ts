import type { PunctuationSpaces } from '../book/metadata.ts';
import { knowledgeOf, spacesOf } from './knowledge.ts';
import type { QuotationMarks } from './language.ts';
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

const known = new Map<string, PunctuationRules>();

/**
 * The rules of a language; for what it has not told, those of the fallback.
 */
export function punctuationRules(orthography: Orthography): PunctuationRules {
  const key = `${orthography.spaces} ${orthography.language}`;
  const rules = known.get(key) ?? rulesFor(orthography);
  known.set(key, rules);
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
