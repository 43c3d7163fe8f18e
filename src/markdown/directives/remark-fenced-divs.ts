import type { Processor } from 'unified';
import { colon, FenceLine, type Code, type Construct, type Effects, type State } from './fence-line.ts';
import { pageBreakLine } from './page-break-line.ts';

/**
 * Reads blocks whose opening is written as in Pandoc, Quarto, VuePress or Docusaurus: `::: name`,
 * `::: {.name title="…"}`, `:::name Title`. Their braces are left to
 * remark-div-attributes. `:::pagebreak` is a line, which opens nothing. Use after
 * remark-directive.
 */
export function remarkFencedDivs(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const constructs = [extension.flow?.[colon] ?? []].flat();
    const container = constructs.find(({ concrete }) => concrete === true);
    if (container === undefined) return extension;
    const widened = constructs.flatMap((construct) =>
      construct === container ? [pageBreakLine, container, fencedDiv(container)] : [construct],
    );
    return { ...extension, flow: { ...extension.flow, [colon]: widened } };
  });
}

/** The container, the first line of which is read as other dialects write it. */
function fencedDiv(container: Construct): Construct {
  return {
    ...container,
    tokenize(effects, ok, nok) {
      // What the line ends with is nothing to judge a name by.
      const context = Object.create(this, { previous: { value: null } }) as typeof this;
      const native = container.tokenize.call(context, untilFenceEnds(effects), ok, nok);
      const serialize: typeof this.sliceSerialize = (token) => this.sliceSerialize(token);
      return new FenceLine(effects, serialize, (size) => (code) => behindFence(native, size)?.(code), nok)
        .start;
    },
  };
}

/** Any name. */
const letter = 120;

/** The state of a tokenizer of directives that has read a fence of its own kind and waits for the line's end. */
function behindFence(start: State, size: number): State | undefined {
  const fence: Code[] = [...Array.from({ length: size }, () => colon), letter];
  return fence.reduce<State | undefined>((state, code) => state?.(code), start);
}

/** Effects that leave no tokens before the fence, which is read already, ends. */
function untilFenceEnds(effects: Effects): Effects {
  let isRead = false;
  const nothing: ReturnType<Effects['enter']> = {
    type: 'whitespace',
    start: { line: 1, column: 1, offset: 0, _index: 0, _bufferIndex: 0 },
    end: { line: 1, column: 1, offset: 0, _index: 0, _bufferIndex: 0 },
  };
  return {
    ...effects,
    enter: (type, fields) => (isRead ? effects.enter(type, fields) : nothing),
    consume: (code) => {
      if (isRead) effects.consume(code);
    },
    exit: (type) => {
      isRead ||= type === 'directiveContainerFence';
      return isRead ? effects.exit(type) : nothing;
    },
  };
}
