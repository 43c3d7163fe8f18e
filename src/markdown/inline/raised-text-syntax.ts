import { codes } from 'micromark-util-symbol';
import { markdownLineEndingOrSpace } from 'micromark-util-character';
import type { Code, Construct, State, Token } from 'micromark-util-types';
import type { Processor } from 'unified';
import { isRaised, isLowered, type Surroundings } from './raised-text.ts';

/** What stands between two signs and is raised or lowered. */
interface Kind {
  readonly token: 'superscript' | 'subscript';
  /** The directive that says the same. */
  readonly name: 'sup' | 'sub';
  readonly sign: number;
  readonly accepts: (surroundings: Surroundings) => boolean;
}

const kinds: readonly Kind[] = [
  { token: 'superscript', name: 'sup', sign: codes.caret, accepts: isRaised },
  { token: 'subscript', name: 'sub', sign: codes.tilde, accepts: isLowered },
];

/** Between two signs stand a few letters or digits; this is more than any author needs. */
const longest = 100;

/**
 * Reads `m^2^` and `H~2~O` as Pandoc does, as `:sup[2]` and `:sub[2]`: no blanks stand between the
 * signs, but for `\ `. Use after remark-gfm, without single tildes, and after what else begins with a
 * caret: what comes last is tried first.
 */
export function remarkRaisedTextSyntax(this: Processor): void {
  const data = this.data();
  for (const { token: type, name, ...kind } of kinds) {
    (data.micromarkExtensions ??= []).push({
      text: { [kind.sign]: construct({ token: type, name, ...kind }) },
    });
    (data.fromMarkdownExtensions ??= []).push({
      enter: {
        [type](token) {
          this.enter({ type: 'textDirective', name, attributes: {}, children: [] }, token);
        },
      },
      exit: {
        [type](token) {
          const node = this.stack.at(-1);
          for (const child of node && 'children' in node ? node.children : []) {
            if (child.type === 'text') child.value = child.value.replaceAll('\\ ', '\u00a0');
          }
          this.exit(token);
        },
      },
    });
  }
}

function construct({ token: type, sign, accepts }: Kind): Construct {
  return {
    name: type,
    tokenize(effects, ok, nok) {
      const before = characterOf(this.previous);
      let content: Token;
      let length = 0;
      let isEscaped = false;
      const marker = (code: Code): void => {
        effects.enter('raisedTextMarker');
        effects.consume(code);
        effects.exit('raisedTextMarker');
      };
      const begin: State = (code) => {
        effects.enter(type);
        marker(code);
        return open;
      };
      const open: State = (code) => {
        if (code === sign || code === null) return nok(code);
        effects.enter('chunkText', { contentType: 'text' });
        return within(code);
      };
      const within: State = (code) => {
        const isBlank =
          code === null || (markdownLineEndingOrSpace(code) && !(isEscaped && code === codes.space));
        if (isBlank || length > longest) return nok(code);
        if (code === sign && !isEscaped) {
          content = effects.exit('chunkText');
          marker(code);
          effects.exit(type);
          return close;
        }
        isEscaped = code === codes.backslash && !isEscaped;
        length++;
        effects.consume(code);
        return within;
      };
      const close: State = (code) =>
        accepts({ before, content: this.sliceSerialize(content), after: characterOf(code) })
          ? ok(code)
          : nok(code);
      return this.previous === sign ? nok : begin;
    },
  };
}

/** The character of a code; a blank for ends of lines and tabs, which have codes of their own. */
function characterOf(code: Code): string {
  if (code === null) return '';
  return code < 0 ? ' ' : String.fromCodePoint(code);
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    superscript: 'superscript';
    subscript: 'subscript';
    raisedTextMarker: 'raisedTextMarker';
  }
}
