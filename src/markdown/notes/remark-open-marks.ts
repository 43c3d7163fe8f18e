import type { Data, Processor } from 'unified';
import { guardConstruct } from '../guard-construct.ts';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Parameters<typeof guardConstruct>[0];

const openingParenthesis = 40;

/**
 * Reads every `[^label]` as the mark of a note, wherever the note is defined: in this file, in
 * the shared one, or nowhere, which a later step reports. Directly before a parenthesis only
 * a label defined in this file makes a mark, so that `[^a](page.md)` stays a link. Use after
 * remark-gfm.
 */
export function remarkOpenMarks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension: Extension) => ({
    ...extension,
    ...(extension.document && { document: eachConstruct(extension.document, widen) }),
    ...(extension.text && { text: eachConstruct(extension.text, widen) }),
  }));
}

function widen(construct: Construct): Construct {
  if (construct.name === 'gfmFootnoteDefinition') return withLabels(construct, undefined);
  if (construct.name === 'gfmPotentialFootnoteCall') return withLabels(construct, anyLabel());
  if (construct.name !== 'gfmFootnoteCall') return construct;
  const narrow = withLabels(construct, undefined);
  const wide = guardConstruct(
    withLabels(construct, anyLabel()),
    (_source, next) => next !== openingParenthesis,
  );
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.attempt(wide, ok, effects.attempt(narrow, ok, nok));
    },
  };
}

/** The construct, for which the labels given, or else those met so far, count as defined. */
function withLabels(construct: Construct, labels: string[] | undefined): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const defined = (this.parser.gfmFootnotes ??= new DefinedLabels());
      this.parser.gfmFootnotes = labels ?? defined;
      const state = construct.tokenize.call(this, effects, ok, nok);
      this.parser.gfmFootnotes = defined;
      return state;
    },
  };
}

/** Labels of definitions; looking one up takes the same time however many there are. */
class DefinedLabels extends Array<string> {
  readonly #known = new Set<string>();

  override push(...labels: string[]): number {
    for (const label of labels) this.#known.add(label);
    return this.#known.size;
  }

  override includes(label: string): boolean {
    return this.#known.has(label);
  }
}

/** Holds every label that GFM allows: one with text and without blanks. */
function anyLabel(): string[] {
  return Object.assign<string[], Pick<string[], 'includes'>>([], {
    includes: (label) => label !== '' && !/\s/.test(label),
  });
}

function eachConstruct(
  constructs: NonNullable<Extension['text']>,
  change: (construct: Construct) => Construct,
): NonNullable<Extension['text']> {
  return Object.fromEntries(
    Object.entries(constructs).map(([code, value]) => [
      code,
      Array.isArray(value) ? value.map(change) : value && change(value),
    ]),
  );
}
