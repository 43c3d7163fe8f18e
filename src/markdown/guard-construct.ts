import type { Data } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
/** A construct of running text, of an extension of micromark. */
export type TextConstruct = Exclude<NonNullable<NonNullable<Extension['text']>[string]>, unknown[]>;

/**
 * A micromark construct that matches only where the source it would take is accepted;
 * elsewhere the characters are read as if the construct did not exist.
 *
 * @param construct the construct to narrow
 * @param accept whether to match, by the source taken and the character code after it
 */
export function guardConstruct(
  construct: TextConstruct,
  accept: (source: string, next: number | null) => boolean,
): TextConstruct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return construct.tokenize.call(
        this,
        effects,
        (code) => {
          const token = this.events.at(-1)?.[1];
          return token && accept(this.sliceSerialize(token), code) ? ok(code) : nok(code);
        },
        nok,
      );
    },
  };
}

/**
 * Narrows a text construct of an extension already in use.
 *
 * @param data the data of the processor that uses the extension
 * @param marker the character code the construct begins with
 * @param accept as in {@link guardConstruct}
 */
export function guardTextConstruct(
  data: Data,
  marker: number,
  accept: (source: string, next: number | null) => boolean,
): void {
  changeTextConstruct(data, marker, (construct) => guardConstruct(construct, accept));
}

/**
 * Puts another construct in the place of one of an extension already in use.
 *
 * @param data the data of the processor that uses the extension
 * @param marker the character code the construct begins with
 */
export function changeTextConstruct(
  data: Data,
  marker: number,
  change: (construct: TextConstruct) => TextConstruct,
): void {
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const [construct] = [extension.text?.[marker]].flat();
    if (!construct) return extension;
    return { ...extension, text: { ...extension.text, [marker]: change(construct) } };
  });
}
