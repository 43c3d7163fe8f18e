import type { PageWindow } from './page-tools.ts';

/** Adds what writes heads and folios, which stand in the margins and move nothing. Runs in the page. */
export function installMargins(): void {
  const tools = (window as unknown as PageWindow).colophonTools;
  const { options } = tools;
  const furniture = document.createElement('style');
  document.head.append(furniture);

  const counterStyle = (name: string, symbols: ReadonlyArray<string>): string => {
    // Beyond the last symbol Chrome prints decimal numbers, so an empty one is repeated for good measure.
    const quoted = [...symbols, ...Array<string>(8).fill('')].map(
      (symbol) => `"${symbol.replace(/["\\\n]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `)}"`,
    );
    return `@counter-style ${name} { system: fixed; symbols: ${quoted.join(' ')}; suffix: ""; }`;
  };

  tools.fillMargins = ({ labels, starts, blanks }, noteHeads): void => {
    const heads: string[] = [];
    const folios: string[] = [];
    const dropFolios: string[] = [];
    let current = -1;
    labels.forEach((label, page) => {
      while (current + 1 < starts.length && (starts[current + 1] ?? 0) <= page) current++;
      const section = options.sections[current];
      const bare = section === undefined || section.furniture === 'none' || blanks.has(page);
      const opening = starts[current] === page;
      const usual = page % 2 === 1 ? options.bookHead : (section?.head ?? '');
      const notes = section?.id === options.notes?.section ? noteHeads.get(page) : undefined;
      heads.push(bare || opening ? '' : (notes ?? usual));
      folios.push(bare || opening ? '' : label);
      dropFolios.push(bare || !opening ? '' : label);
    });
    const css = [
      counterStyle('colophon-head', heads),
      counterStyle('colophon-folio', folios),
      counterStyle('colophon-drop-folio', dropFolios),
    ].join('\n');
    if (furniture.textContent !== css) furniture.textContent = css;
  };
}
