import type { Parent, PhrasingContent } from 'mdast';
import { splice } from 'micromark-util-chunked';
import { codes } from 'micromark-util-symbol';
import { resolveAll } from 'micromark-util-resolve-all';
import type { Event, Extension, Token, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * Reads notes in place, `^[text]`, as Pandoc does: the text is inline Markdown whose brackets are
 * balanced; code and formulas in it may hold any. `^[^x]` is none, but a caret before a mark.
 */
export function remarkInlineNoteSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push({
    canContainEols: ['inlineNote'],
    enter: {
      inlineNote(token) {
        this.enter({ type: 'inlineNote', children: [] }, token);
      },
    },
    exit: {
      inlineNote(token) {
        this.exit(token);
      },
    },
  });
}

const syntax: Extension = {
  text: {
    [codes.caret]: {
      name: 'inlineNoteStart',
      tokenize(effects, ok, nok) {
        const open = openNotes(this);
        return (caret) => {
          effects.enter('inlineNoteStart');
          effects.consume(caret);
          return (bracket) => {
            if (bracket !== codes.leftSquareBracket) return nok(bracket);
            effects.consume(bracket);
            return (code) => {
              if (code === codes.caret) return nok(code);
              open.push(effects.exit('inlineNoteStart'));
              return ok(code);
            };
          };
        };
      },
      resolveAll: leaveOpenOnes,
    },
    [codes.rightSquareBracket]: {
      name: 'inlineNoteEnd',
      tokenize(effects, ok, nok) {
        const open = openNotes(this);
        return (bracket) => {
          if (open.length === 0 || innermost(this.events) === -1) return nok(bracket);
          open.pop();
          effects.enter('inlineNoteEnd');
          effects.consume(bracket);
          effects.exit('inlineNoteEnd');
          return ok;
        };
      },
      resolveTo: wrapNote,
    },
  },
};

const notes = new WeakMap<TokenizeContext, Token[]>();

/** The beginnings of notes not closed yet: without any, a bracket need not look for one. */
function openNotes(context: TokenizeContext): Token[] {
  const open = notes.get(context) ?? [];
  notes.set(context, open);
  return open;
}

/** Where the note begins that is the innermost thing open, or -1. */
function innermost(events: readonly Event[]): number {
  for (let index = events.length - 1; index >= 0; index--) {
    const [move, token] = events[index] as Event;
    if (move !== 'enter') continue;
    if (token.type === 'inlineNoteStart') return index;
    const isLabel = token.type === 'labelLink' || token.type === 'labelImage';
    if (isLabel && token._balanced !== true) return -1;
  }
  return -1;
}

/** Puts what stands between the beginning and the end just read into a note. */
function wrapNote(events: Event[], context: TokenizeContext): Event[] {
  const start = innermost(events);
  const [, opening] = events[start] as Event;
  const [, closing] = events.at(-1) as Event;
  const note: Token = { type: 'inlineNote', start: { ...opening.start }, end: { ...closing.end } };
  opening.type = 'inlineNoteMarker';
  closing.type = 'inlineNoteMarker';
  const within = events.slice(start + 2, -2);
  const spans = context.parser.constructs.insideSpan.null ?? [];
  const wrapped: Event[] = [
    ['enter', note, context],
    ...events.slice(start, start + 2),
    ...resolveAll(spans, within, context),
    ...events.slice(-2),
    ['exit', note, context],
  ];
  // In place: the tokenizer holds on to the list.
  splice(events, start, events.length - start, wrapped);
  return events;
}

/** What is never closed is text. */
function leaveOpenOnes(events: Event[]): Event[] {
  for (const [, token] of events) if (token.type === 'inlineNoteStart') token.type = 'data';
  return events;
}

/** A note in place, until its text is lifted out. */
export interface InlineNote extends Parent {
  type: 'inlineNote';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineNote: InlineNote;
  }
  interface RootContentMap {
    inlineNote: InlineNote;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineNote: 'inlineNote';
    inlineNoteStart: 'inlineNoteStart';
    inlineNoteEnd: 'inlineNoteEnd';
    inlineNoteMarker: 'inlineNoteMarker';
  }
}
