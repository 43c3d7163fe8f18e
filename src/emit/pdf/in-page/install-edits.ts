import type { PageWindow } from './page-tools.ts';

/** Adds what changes the text of paragraphs and can take it back. Runs in the page. */
export function installEdits(): void {
  const tools = (window as unknown as PageWindow).colophonTools;

  /** Carries out edits, given in the order of the text; the function returned takes them back. */
  tools.edit = ({ runs }, edits): (() => void) => {
    const originals: Array<[Text, string]> = [];
    const added: ChildNode[] = [];
    let stop = 0;
    for (const { node } of runs) {
      const { data } = node;
      const start = stop;
      stop += data.length;
      const here = edits.filter(({ at, until = at }) =>
        until === at ? at > start && at <= stop : at < stop && until > start,
      );
      if (here.length === 0) continue;
      originals.push([node, data]);
      const parts: ChildNode[] = [];
      let plain = '';
      let done = 0;
      for (const { at, until, together, spacing } of here) {
        const from = Math.max(0, at - start);
        plain += data.slice(done, from);
        done = from;
        if (until === undefined) {
          plain += '\u00AD';
          continue;
        }
        const text = data.slice(from, until - start);
        done = from + text.length;
        if (text === '') continue;
        const span = document.createElement('span');
        if (together === true) span.className = 'kept-together';
        if (spacing !== undefined) span.style.wordSpacing = `${spacing.toFixed(3)}px`;
        span.textContent = text;
        parts.push(document.createTextNode(plain), span);
        plain = '';
      }
      parts.push(document.createTextNode(plain + data.slice(done)));
      const [first, ...rest] = parts;
      node.data = first?.textContent ?? '';
      node.after(...rest);
      added.push(...rest);
    }
    return () => {
      for (const node of added) node.remove();
      for (const [node, data] of originals) node.data = data;
    };
  };
}
