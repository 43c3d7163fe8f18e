import type { Data, Processor } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Exclude<NonNullable<NonNullable<Extension['document']>[string]>, unknown[]>;

const colon = 58;
const space = 32;

/**
 * Looks for the term of a definition only where `: ` may begin one. The construct does so at every colon that
 * begins a line, back to the last heading or list: a file of thousands of directives was read in a time that
 * grew with the square of its length. Use after remark-definition-list.
 */
export function remarkQuickDefinitions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const [construct] = [extension.document?.[colon]].flat();
    if (construct === undefined) return extension;
    return { ...extension, document: { ...extension.document, [colon]: behindMark(construct) } };
  });
}

function behindMark(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(mark, (code) => construct.tokenize.call(this, effects, ok, nok)(code), nok);
    },
  };
}

/** A colon before a blank or the end of the line. */
const mark: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return (next) => (next === null || next < 0 || next === space ? ok(next) : nok(next));
    };
  },
};
