import { primaryLanguage } from '../../../language/tag.ts';
import { dictionary } from '../../../book/dictionary.ts';

/** What BibLaTeX calls kinds of works by, in the order of the lists below. */
const names = ['phdthesis', 'mathesis', 'bathesis', 'candthesis', 'techreport', 'resreport', 'patent'];

const words = dictionary<ReadonlyArray<string>>({
  de: [
    'Dissertation',
    'Masterarbeit',
    'Bachelorarbeit',
    'Dissertation',
    'technischer Bericht',
    'Forschungsbericht',
    'Patent',
  ],
  en: [
    'PhD thesis',
    'Master’s thesis',
    'Bachelor’s thesis',
    'Candidate thesis',
    'technical report',
    'research report',
    'Patent',
  ],
  es: [
    'tesis doctoral',
    'trabajo de fin de máster',
    'trabajo de fin de grado',
    'tesis de candidatura',
    'informe técnico',
    'informe de investigación',
    'patente',
  ],
  fr: [
    'thèse de doctorat',
    'mémoire de master',
    'mémoire de licence',
    'thèse de candidature',
    'rapport technique',
    'rapport de recherche',
    'brevet',
  ],
  it: [
    'tesi di dottorato',
    'tesi di laurea magistrale',
    'tesi di laurea',
    'tesi di candidatura',
    'rapporto tecnico',
    'rapporto di ricerca',
    'brevetto',
  ],
  nl: [
    'proefschrift',
    'masterscriptie',
    'bachelorscriptie',
    'proefschrift',
    'technisch rapport',
    'onderzoeksrapport',
    'octrooi',
  ],
  pt: [
    'tese de doutoramento',
    'dissertação de mestrado',
    'monografia',
    'tese',
    'relatório técnico',
    'relatório de investigação',
    'patente',
  ],
  ru: [
    'докторская диссертация',
    'магистерская диссертация',
    'бакалаврская работа',
    'кандидатская диссертация',
    'технический отчёт',
    'отчёт об исследовании',
    'патент',
  ],
  uk: [
    'докторська дисертація',
    'магістерська робота',
    'бакалаврська робота',
    'кандидатська дисертація',
    'технічний звіт',
    'звіт про дослідження',
    'патент',
  ],
});

/**
 * What a work is, in words: BibLaTeX has names for some kinds, which no reader is to see.
 *
 * @param language the words are in, else English (BCP 47)
 * @param genre as the entry has it
 * @see https://ctan.org/pkg/biblatex, "Localisation keys"
 */
export function genreIn(language: string, genre: unknown): string | undefined {
  if (typeof genre !== 'string') return undefined;
  const known = words[primaryLanguage(language)] ?? words['en'];
  return known?.[names.indexOf(genre.toLowerCase())] ?? genre;
}
