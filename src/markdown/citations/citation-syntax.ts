import type { Literal } from 'mdast';
import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { brackets, isOfWord, isOneOf, Typed } from './typed-brackets.ts';

/**
 * Reads citations as Pandoc writes them: `[see @key, p. 12; @other]`, `[-@key]`, `@key` and `@key [p. 12]`, with
 * `@{any key}` for keys of other characters. Without brackets only a key of the bibliography makes a citation,
 * since people and e-mail addresses have the sign too. Brackets that go on as a link are none.
 *
 * @param keys those of the bibliography
 * @see https://pandoc.org/MANUAL.html#citation-syntax
 */
export function remarkCitationSyntax(this: Processor, keys: ReadonlySet<string>): void {
  const data = this.data();
  const bare = bareCitation(keys);
  const syntax: Extension = {
    text: {
      [codes.atSign]: bare,
      [codes.dash]: bare,
      [codes.leftSquareBracket]: bracketedCitation,
    },
  };
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push({
    enter: {
      typedCitation(token) {
        this.enter({ type: 'typedCitation', value: this.sliceSerialize(token) }, token);
      },
    },
    exit: {
      typedCitation(token) {
        this.exit(token);
      },
    },
  });
}

const bracketedCitation: Construct = {
  name: 'bracketedCitation',
  tokenize(effects, ok, nok) {
    const whole = new Typed(effects, 'typedCitation');
    return (code) => {
      whole.open();
      return brackets(
        whole,
        true,
        (next) => {
          if (next === codes.leftParenthesis) return nok(next);
          whole.close();
          return ok(next);
        },
        nok,
      )(code);
    };
  },
};

function bareCitation(keys: ReadonlySet<string>): Construct {
  return {
    name: 'bareCitation',
    previous: (code) => !isOfWord(code) && !isOneOf(code, './@-'),
    tokenize(effects, ok, nok) {
      const whole = new Typed(effects, 'typedCitation');
      const end: State = (code) => {
        whole.close();
        return ok(code);
      };
      const key = readKey(this, effects, keys, effects.attempt(locator, end, end), nok);
      const at: State = (code) => {
        if (code !== codes.atSign) return nok(code);
        whole.consume(code);
        return key;
      };
      return (code) => {
        whole.open();
        if (code !== codes.dash) return at(code);
        whole.consume(code);
        return at;
      };
    },
  };
}

/** The key behind the sign, one of those given, in braces or without. */
function readKey(
  context: TokenizeContext,
  effects: Effects,
  keys: ReadonlySet<string>,
  ok: State,
  nok: State,
): State {
  const key = new Typed(effects, 'citationKey');
  const braces = new Typed(effects, 'citationBrace');
  const isKnown = (): boolean => keys.has(context.sliceSerialize(effects.exit('citationKey')));
  const inBraces: State = (code) => {
    if (code === null || markdownLineEnding(code)) return nok(code);
    if (code !== codes.rightCurlyBrace) {
      key.consume(code);
      return inBraces;
    }
    if (!isKnown()) return nok(code);
    braces.open();
    braces.consume(code);
    braces.close();
    return ok;
  };
  const end: State = (code) => (isKnown() ? ok(code) : nok(code));
  const inKey: State = (code) => {
    if (!isOfWord(code)) return isWithinKey(code) ? effects.attempt(innerSign, inKey, end)(code) : end(code);
    key.consume(code);
    return inKey;
  };
  return (code) => {
    if (code === codes.leftCurlyBrace) {
      braces.open();
      braces.consume(code);
      braces.close();
      return (next) => {
        key.open();
        return inBraces(next);
      };
    }
    if (!isOfWord(code)) return nok(code);
    key.open();
    return inKey(code);
  };
}

/** A sign within a key: no other stands behind it. */
const innerSign: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (sign) => {
      effects.enter('citationSign');
      effects.consume(sign);
      effects.exit('citationSign');
      return (code) => (isOfWord(code) ? ok(code) : nok(code));
    };
  },
};

/** What a citation without brackets says in brackets behind it. */
const locator: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const text = new Typed(effects, 'citationLocator');
    const blanks: State = (code) => {
      if (code === codes.leftSquareBracket)
        return brackets(
          text,
          false,
          (next) => {
            if (next === codes.leftParenthesis || next === codes.leftSquareBracket) return nok(next);
            text.close();
            return ok(next);
          },
          nok,
        )(code);
      if (code !== codes.space && !markdownLineEnding(code)) return nok(code);
      text.consume(code);
      return blanks;
    };
    return (code) => {
      text.open();
      return blanks(code);
    };
  },
};

function isWithinKey(code: Code): boolean {
  return isOneOf(code, ':.#$%&-+?<>~/');
}

/** A citation as typed, until its works are known. */
export interface TypedCitation extends Literal {
  type: 'typedCitation';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    typedCitation: TypedCitation;
  }
  interface RootContentMap {
    typedCitation: TypedCitation;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    typedCitation: 'typedCitation';
    citationBrace: 'citationBrace';
    citationKey: 'citationKey';
    citationSign: 'citationSign';
    citationLocator: 'citationLocator';
  }
}
