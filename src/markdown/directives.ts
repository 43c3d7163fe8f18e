import type { Properties } from 'hast';

/** What a directive becomes: an element, or a scene break. */
export interface DirectiveElement {
  readonly hName: string;
  readonly hProperties?: Readonly<Properties>;
}

const box = (kind: string): DirectiveElement => ({
  hName: 'div',
  hProperties: { className: ['box', kind], role: 'note' },
});

const block = (kind: string): DirectiveElement => ({ hName: 'div', hProperties: { className: [kind] } });

/** `:::name` around blocks. */
export const containerDirectives: ReadonlyMap<string, DirectiveElement> = new Map([
  [
    'epigraph',
    {
      hName: 'div',
      hProperties: { className: ['epigraph'], 'epub:type': 'epigraph', role: 'doc-epigraph' },
    },
  ],
  ['quote', { hName: 'blockquote', hProperties: { className: ['quote'] } }],
  ['verse', block('verse')],
  ['letter', block('letter')],
  ['center', block('center')],
  ['right', block('right')],
  ['aside', box('aside')],
  ['note', box('note')],
  ['tip', box('tip')],
  ['important', box('important')],
  ['warning', box('warning')],
  ['caution', box('caution')],
]);

/** `::name[text]` on a line of its own. */
export const leafDirectives: ReadonlyMap<string, DirectiveElement> = new Map([
  ['scene-break', { hName: 'hr' }],
  ['attribution', { hName: 'p', hProperties: { className: ['attribution'] } }],
]);

/** `:name[text]` in the running text; without brackets a colon is just a colon. */
export const textDirectives: ReadonlyMap<string, DirectiveElement> = new Map([
  ['lang', { hName: 'span' }],
  ['smallcaps', { hName: 'span', hProperties: { className: ['smallcaps'] } }],
  ['quote', { hName: 'span', hProperties: { className: ['quote'] } }],
  ['sub', { hName: 'sub' }],
  ['sup', { hName: 'sup' }],
  ['cite', { hName: 'cite' }],
  ['kbd', { hName: 'kbd' }],
  ['abbr', { hName: 'abbr' }],
]);
