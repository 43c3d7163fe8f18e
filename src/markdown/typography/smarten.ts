import type { PunctuationRules } from '../../language/punctuation.ts';

/** A stretch of running text in one language; `fixed` text is only the surroundings of the rest. */
export interface Stretch {
  readonly text: string;
  readonly rules: PunctuationRules;
  readonly fixed: boolean;
}

const candidates = /["']|-{2,}|\.{3,}/g;
const apostrophe = '’';

/** Before a mark of inches or seconds: feet and inches, degrees and minutes and seconds. */
const feetBefore = /\d['′]\s?\d+(?:[.,/]\d+|[½¼¾])?$/;
/** Before a mark of feet or minutes: degrees. */
const degreesBefore = /°\s?\d+(?:[.,]\d+)?$/;
/** Behind a mark of feet or minutes: inches or seconds. */
const inchesBehind = /^\s?\d+(?:[.,/]\d+|[½¼¾])?"/;
/** A measure rather than a year. */
const measureBefore = /(?<![\d'’.,])\d{1,3}(?:[.,/]\d+)?[½¼¾]?$/;

/** Whether a paragraph has anything to do. */
export function needsSmartening(text: string, rules: PunctuationRules): boolean {
  return /["']|--|\.\.\./.test(text) || (rules.spacePunctuation !== undefined && /[;:!?«»]/.test(text));
}

/**
 * The stretches of one paragraph with typographic quotation marks, apostrophes, dashes and
 * ellipses in place of typewriter ones. What is typographic already stays.
 *
 * @param stretches the text of the paragraph, in order, inline markup dissolved
 * @returns the new text of each stretch, in the same order
 */
export function smarten(stretches: readonly Stretch[]): string[] {
  const whole = stretches.map((stretch) => stretch.text).join('');
  const quotes = new QuoteReader(whole);
  let base = 0;
  let last = '\n';
  return stretches.map(({ text, rules, fixed }) => {
    const start = base;
    base += text.length;
    const set = fixed ? text : spaced(setMarks(text, start, rules), rules, last, whole[base] ?? '\n');
    last = set.at(-1) ?? last;
    return set;
  });

  function setMarks(text: string, start: number, rules: PunctuationRules): string {
    return text.replace(candidates, (match, offset: number) => {
      const at = start + offset;
      if (quotes.isPrime(at)) return match === '"' ? '″' : '′';
      if (match === '"') return quotes.double(at) ? rules.double[0] : rules.double[1];
      if (match === "'") {
        const reading = quotes.single(at, rules.elisions);
        return reading === 'apostrophe' ? apostrophe : rules.single[reading === 'open' ? 0 : 1];
      }
      return match.startsWith('-') ? dash(match, whole, at) : ellipsis(match);
    });
  }
}

function spaced(text: string, { spacePunctuation }: PunctuationRules, before: string, after: string): string {
  return spacePunctuation === undefined ? text : spacePunctuation(text, before, after);
}

/** Reads straight quotes from left to right, remembering what is open. */
class QuoteReader {
  readonly #text: string;
  #doubles = 0;
  #singles = 0;
  /** The quote read last, which may stand directly before the next. */
  #last = { at: -2, open: false, elides: false };
  #lastClosing: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the mark there is one of feet and inches, or of minutes and seconds. */
  isPrime(at: number): boolean {
    const mark = this.#text[at];
    if ((mark !== '"' && mark !== "'") || !/[\d½¼¾]/.test(this.#before(at))) return false;
    const before = this.#text.slice(Math.max(0, at - 16), at);
    const behind = this.#text.slice(at + 1, at + 16);
    if (mark === "'")
      return (
        inchesBehind.test(behind) ||
        degreesBefore.test(before) ||
        (this.#singles === 0 && !isWord(behind[0] ?? '\n') && measureBefore.test(before))
      );
    // What is open must still be closed by another mark.
    if (this.#doubles > 0) return feetBefore.test(before) && this.#text.includes('"', at + 1);
    return feetBefore.test(before) || measureBefore.test(before);
  }

  /** Whether the double quote there opens. */
  double(at: number): boolean {
    const before = this.#before(at);
    const after = this.#text[at + 1] ?? '\n';
    let open = isOpening(before) && !isSpace(after);
    if (isDash(before) && /[,.;:!?)\]}]/.test(after)) open = false;
    if (isSpace(before) && isSpace(after)) open = this.#doubles === 0;
    // A word may have lost its end to the one in quotes: l'"appel".
    const { at: last, elides } = this.#last;
    if (last === at - 1 && elides && isWord(after) && this.#doubles === 0) open = true;
    this.#doubles = Math.max(0, this.#doubles + (open ? 1 : -1));
    this.#last = { at, open, elides: false };
    return open;
  }

  single(at: number, elisions: RegExp | undefined): 'open' | 'close' | 'apostrophe' {
    const before = this.#before(at);
    const after = this.#text[at + 1] ?? '\n';
    if (isOpening(before)) {
      const rest = this.#text.slice(at + 1, at + 16);
      const elided = elisions?.test(rest) || /^\d\ds?(?!\p{L}|\d)/u.test(rest);
      if (elided || isSpace(after) || at >= this.#lastClosingSingle()) return this.#note(at, 'apostrophe');
      this.#singles++;
      return this.#note(at, 'open');
    }
    if (this.#singles > 0 && !isWord(after)) {
      this.#singles--;
      return this.#note(at, 'close');
    }
    return this.#note(at, 'apostrophe');
  }

  #note<Reading extends string>(at: number, reading: Reading): Reading {
    this.#last = { at, open: reading === 'open', elides: reading === 'apostrophe' };
    return reading;
  }

  /** The character before, a quote standing for what it was read as. */
  #before(at: number): string {
    if (this.#last.at === at - 1) return this.#last.open ? '(' : 'x';
    return this.#text[at - 1] ?? '\n';
  }

  /** Where the last single quote stands that could close one. */
  #lastClosingSingle(): number {
    if (this.#lastClosing !== undefined) return this.#lastClosing;
    const text = this.#text;
    let at = text.lastIndexOf("'");
    while (at > 0 && (isSpace(text[at - 1] ?? '\n') || isWord(text[at + 1] ?? '\n'))) {
      at = text.lastIndexOf("'", at - 1);
    }
    return (this.#lastClosing = at);
  }
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isDash(character: string): boolean {
  return /[-\u2010-\u2015]/.test(character);
}

/** Whether a quote after this character may open. */
function isOpening(character: string): boolean {
  return /[\s([{/¡¿“‘„‚«‹\u2060]/.test(character) || isDash(character);
}

/** Two hyphens are an en dash, three an em dash; `--option` after a space is neither. */
function dash(hyphens: string, text: string, at: number): string {
  const option = text[at - 1] === ' ' && isWord(text[at + hyphens.length] ?? '\n');
  if (hyphens.length > 3 || (hyphens.length === 2 && option)) return hyphens;
  return hyphens.length === 3 ? '—' : '–';
}

function ellipsis(dots: string): string {
  if (dots.length > 4) return dots;
  return dots.length === 4 ? '….' : '…';
}
