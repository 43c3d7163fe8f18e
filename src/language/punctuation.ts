import { knowledgeOf } from './knowledge.ts';
import type { QuotationMarks } from './language.ts';
import { noBreakBindings, type Binding } from './no-break-spaces.ts';

/** The rules of a language for punctuation and spaces as typewriters have them. */
export interface PunctuationRules extends QuotationMarks {
  /** What begins with an apostrophe, as it stands after it. */
  readonly elisions?: RegExp;
  /** Whether ; : ! ? stand after a space that must not break. */
  readonly spacedPunctuation: boolean;
  /** Where no line may end in running text. */
  readonly bindings: ReadonlyArray<Binding>;
}

const known = new Map<string, PunctuationRules>();

/**
 * The rules of a language; for what it has not told, those of the fallback.
 *
 * @param language BCP 47
 */
export function punctuationRules(language: string): PunctuationRules {
  const rules = known.get(language) ?? rulesFor(language);
  known.set(language, rules);
  return rules;
}

function rulesFor(language: string): PunctuationRules {
  const elisions = knowledgeOf(language, 'elisions');
  return {
    ...knowledgeOf(language, 'quotationMarks'),
    ...(elisions.length > 0 && {
      elisions: new RegExp(`^(?:${elisions.join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
    }),
    spacedPunctuation: knowledgeOf(language, 'spaces').beforePunctuation ?? false,
    bindings: noBreakBindings(language),
  };
}
