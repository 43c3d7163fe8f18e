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

const line = (kind: string): DirectiveElement => ({ hName: 'p', hProperties: { className: [kind] } });

/** `:::name` around blocks. */
export const containerDirectives: ReadonlyMap<string, DirectiveElement> = new Map([
  ['figure', { hName: 'figure' }],
  ['table', { hName: 'table' }],
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
  ['dialogue', block('dialogue')],
  ['row', block('row')],
  ['plate', block('plate')],
  ['sideways', block('sideways')],
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
  ['page-break', block('page-break')],
  // Taken out again by remark-index-marks.
  ['index', { hName: 'span' }],
  ['attribution', line('attribution')],
  ['dateline', line('dateline')],
  ['salutation', line('salutation')],
  ['signature', line('signature')],
  ['table-note', line('table-note')],
]);

/** `:name[text]` in the running text; without brackets a colon is just a colon. */
export const textDirectives: ReadonlyMap<string, DirectiveElement> = new Map([
  ['lang', { hName: 'span' }],
  ['index', { hName: 'span' }],
  ['smallcaps', { hName: 'span', hProperties: { className: ['smallcaps'] } }],
  ['quote', { hName: 'span', hProperties: { className: ['quote'] } }],
  ['sub', { hName: 'sub' }],
  ['sup', { hName: 'sup' }],
  ['mark', { hName: 'mark' }],
  ['cite', { hName: 'cite' }],
  ['kbd', { hName: 'kbd' }],
  ['abbr', { hName: 'abbr' }],
  ['ref', { hName: 'a' }],
  ['Ref', { hName: 'a' }],
  ['page', { hName: 'a' }],
]);
