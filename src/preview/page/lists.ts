import type { ContentsEntry, PreviewState, PrintFacts, ShownMessage } from '../protocol.ts';
import { byId, make } from './elements.ts';
import { editorLink, pageOf } from './places.ts';

type GoTo = (page: number) => void;

/** Lists the contents of a print. */
export function listContents({ contents, pages }: PrintFacts, goTo: GoTo): void {
  const list = (entries: ReadonlyArray<ContentsEntry>): HTMLElement =>
    make(
      'ol',
      {},
      ...entries.map(({ title, page, children }) => {
        const label = pages[page]?.label ?? '';
        const button = make(
          'button',
          { onclick: () => goTo(page) },
          make('span', {}, title),
          ' ',
          make('b', {}, label),
        );
        button.dataset['page'] = String(page);
        return make('li', {}, button, ...(children.length > 0 ? [list(children)] : []));
      }),
    );
  byId('contents').replaceChildren(list(contents));
}

/** Marks the entry of the contents that the page in sight belongs to. */
export function markContents(page: number): void {
  const buttons = [...byId('contents').querySelectorAll<HTMLElement>('button')];
  const current = buttons.findLast((button) => Number(button.dataset['page']) <= page);
  for (const button of buttons) {
    if (button === current) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  const list = byId('contents');
  if (current === undefined || list.hidden) return;
  const [box, within] = [current.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top < within.top || box.bottom > within.bottom) current.scrollIntoView({ block: 'center' });
}

/** Lists the messages of a build, each with the way to its place on the page and in the manuscript. */
export function listMessages(state: PreviewState, print: PrintFacts | undefined, goTo: GoTo): void {
  const { messages } = state;
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  const tab = byId('messages-tab');
  tab.textContent = messages.length === 0 ? 'Messages' : `Messages (${messages.length})`;
  tab.classList.toggle('errors', errors > 0);
  const items = messages.map((message) =>
    make('li', { className: message.severity }, ...itemOf(message, state, print, goTo)),
  );
  byId('messages').replaceChildren(
    messages.length === 0 ? make('p', {}, 'Nothing to be said.') : make('ul', {}, ...items),
  );
}

function itemOf(
  message: ShownMessage,
  state: PreviewState,
  print: PrintFacts | undefined,
  goTo: GoTo,
): Node[] {
  const { file, line, column, severity, rule, reason, hint } = message;
  const page = message.page === undefined ? print && pageOf(print.blocks, message) : message.page - 1;
  const name = `${file}:${line}:${column}`;
  const place =
    message.page === undefined
      ? make('a', { href: editorLink(state, message, column), title: 'Open in the editor' }, name)
      : make('span', {}, file);
  const label = page === undefined ? undefined : print?.pages[page]?.label;
  return [
    make('p', { className: 'place' }, make('b', {}, severity), ' ', place),
    make('p', {}, `${reason}.`),
    ...(hint === '' ? [] : [make('p', { className: 'hint' }, hint)]),
    make(
      'p',
      { className: 'rule' },
      rule,
      ...(page === undefined
        ? []
        : [
            ' ',
            make(
              'button',
              { onclick: () => goTo(page) },
              label === undefined || label === '' ? 'Show on the page' : `Page ${label}`,
            ),
          ]),
    ),
  ];
}

/** Lists what is worth knowing of the book. */
export function listFacts({ facts, status }: PreviewState): void {
  const all = [...facts, { name: 'Last build', value: status.text }];
  byId('facts').replaceChildren(
    make('dl', {}, ...all.flatMap(({ name, value }) => [make('dt', {}, name), make('dd', {}, value)])),
  );
}
