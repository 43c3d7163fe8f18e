import { dictionary } from '../../book/dictionary.ts';

/**
 * What locators count, as CSL calls it (1.0.2, appendix III) or, where CSL lacks it, as the processor of citations is told, and how readers write it: whole words and short ones,
 * without their points, of the languages whose scholars write so.
 */
const words = dictionary<string>({
  page: 'p pp page pages pg pgs s seite seiten página páginas pág págs pagina pagine blz side sider sidor sida str strona strony с стр страница страницы sivu s',
  chapter:
    'ch chap chaps chapter chapters kap kapitel chapitre chapitres cap capítulo capítulos capitolo capitoli hoofdstuk hfst rozdz rozdział гл глава',
  section: 'sec secs sect sects section sections abschnitt abschn sección seção sezione sez раздел',
  'section-sign': '§ §§',
  'paragraph-sign': '¶ ¶¶',
  paragraph:
    'para paras par paragraph paragraphs abs absatz absätze paragr paragraphe paragraphes párr párrafo',
  tome: 't tome tomes',
  volume: 'vol vols volume volumes bd bde band bände tom tomo volumen т том',
  figure: 'fig figs figure figures abb abbildung abbildungen figura figuras рис',
  note: 'n nn note notes anm anmerkung anmerkungen fn fußnote nota notas прим',
  line: 'l ll line lines z zeile zeilen ligne lignes línea riga',
  verse: 'v vv verse verses vers vers. verso versos',
  column: 'col cols column columns sp spalte spalten colonne columna',
  book: 'bk bks book books buch bücher liv livre livres libro livro',
  part: 'pt pts part parts teil teile partie parties parte',
  folio: 'fol fols folio folios bl blatt f fᵒ fº f° ff°',
  number: 'no nos number numbers nr nummer nᵒ nº n° numéro núm número',
  issue: 'issue issues heft',
  opus: 'op opp opus opera',
  table: 'tbl tab table tables tabelle',
  appendix: 'app appendix appendices anhang annexe',
  'sub-verbo': 's.v s.vv sv',
});

/** The term of CSL by the word that a reader writes, in lower case and without its point. */
export const locatorLabels: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([term, names]) => names.split(' ').map((name) => [name, term] as const)),
);
