import { classifyCharacter } from 'micromark-util-classify-character';
import { splice } from 'micromark-util-chunked';
import { codes } from 'micromark-util-symbol';
import { resolveAll } from 'micromark-util-resolve-all';
import type { Code, Construct, Event, Token, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * Reads `==marked==`, as `:mark[marked]`: the signs stand directly beside the words they enclose, and
 * not within a word, so that `a == b` and `a==b` stay text.
 */
export function remarkMarkedTextSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({
    text: { [codes.equalsTo]: sequence },
    insideSpan: { null: [sequence] },
    attentionMarkers: { null: [codes.equalsTo] },
  });
  (data.fromMarkdownExtensions ??= []).push({
    canContainEols: ['textDirective'],
    enter: {
      markedText(token) {
        this.enter({ type: 'textDirective', name: 'mark', attributes: {}, children: [] }, token);
      },
    },
    exit: {
      markedText(token) {
        this.exit(token);
      },
    },
  });
}

const sequence: Construct = {
  name: 'markedText',
  tokenize(effects, ok, nok) {
    const { previous } = this;
    return (first) => {
      if (previous === codes.equalsTo) return nok(first);
      effects.enter('markedTextSequence');
      effects.consume(first);
      return (second) => {
        if (second !== codes.equalsTo) return nok(second);
        effects.consume(second);
        return (code) => {
          if (code === codes.equalsTo) return nok(code);
          const token = effects.exit('markedTextSequence');
          const isWithin = isWordCharacter(previous) && isWordCharacter(code);
          const before = classifyCharacter(previous);
          const after = classifyCharacter(code);
          // As for `*`: classes are undefined for letters, 1 for blanks, 2 for punctuation.
          token._open = !isWithin && (!after || (after === 2 && before !== undefined));
          token._close = !isWithin && (!before || (before === 2 && after !== undefined));
          return ok(code);
        };
      };
    };
  },
  resolveAll: pairSequences,
};

/** Whether a code is a letter or digit of a script with blanks between its words. */
function isWordCharacter(code: Code): boolean {
  return (
    code !== null &&
    code > 0 &&
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_]/u.test(String.fromCodePoint(code))
  );
}

/** Puts what stands between a sequence that opens and the next that closes into marked text. */
function pairSequences(events: Event[], context: TokenizeContext): Event[] {
  let open = -1;
  for (let index = 0; index < events.length; index++) {
    const [move, token] = events[index] as Event;
    if (move !== 'enter' || token.type !== 'markedTextSequence') continue;
    if (open !== -1 && token._close === true) {
      const wrapped = wrap(events, open, index, context);
      splice(events, open, index + 2 - open, wrapped);
      index = open + wrapped.length - 1;
      open = -1;
    } else if (open === -1 && token._open === true) open = index;
  }
  for (const [, token] of events) if (token.type === 'markedTextSequence') token.type = 'data';
  return events;
}

function wrap(events: readonly Event[], open: number, close: number, context: TokenizeContext): Event[] {
  const [, first] = events[open] as Event;
  const [, last] = events[close] as Event;
  const marked: Token = { type: 'markedText', start: { ...first.start }, end: { ...last.end } };
  first.type = 'markedTextMarker';
  last.type = 'markedTextMarker';
  const spans = context.parser.constructs.insideSpan.null ?? [];
  return [
    ['enter', marked, context],
    ...events.slice(open, open + 2),
    ...resolveAll(spans, events.slice(open + 2, close), context),
    ...events.slice(close, close + 2),
    ['exit', marked, context],
  ];
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    markedText: 'markedText';
    markedTextSequence: 'markedTextSequence';
    markedTextMarker: 'markedTextMarker';
  }
}
