import type { PageWindow, Paragraph, Run } from './page-tools.ts';

/** Adds what finds the justified paragraphs whose lines can be foretold. Runs in the page. */
export function installParagraphs(): void {
  const tools = (window as unknown as PageWindow).colophonTools;

  /** Characters whose breaks and widths are the same in every browser; scripts of other kinds are left to Chrome. */
  const plain =
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{Nd}\s.,;:!?'"’‘‚“”„«»‹›()[\]\-\u2010\u2011–—…&*§†‡%$£€#+=\u00AD\u2060]*$/u;

  const zero = (length: string): boolean => Number.parseFloat(length) === 0;

  /** Whether an inline element is no more than the text in it. */
  const isPlainInline = (element: Element, style: CSSStyleDeclaration): boolean =>
    style.display === 'inline' &&
    !/^(?:br|wbr|img|svg|math|input|ruby)$/i.test(element.tagName) &&
    !element.hasAttribute('data-page-of') &&
    style.float === 'none' &&
    style.textTransform === 'none' &&
    zero(style.paddingLeft) &&
    zero(style.paddingRight) &&
    zero(style.marginLeft) &&
    zero(style.marginRight) &&
    zero(style.borderLeftWidth) &&
    zero(style.borderRightWidth) &&
    ['::before', '::after'].every((pseudo) =>
      /^(?:none|normal)$/.test(getComputedStyle(element, pseudo).content),
    );

  const faceOf = (style: CSSStyleDeclaration): Run['face'] => {
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontVariantCaps: caps, letterSpacing, fontVariantNumeric: numerals } = style;
    return { key: [font, caps, letterSpacing, numerals].join(' '), font, caps, letterSpacing, numerals };
  };

  /** The text of an element by runs of one face and language; undefined where there is more than text. */
  const runsOf = (
    parent: Element,
    style: CSSStyleDeclaration,
    language: string,
    runs: Run[],
  ): Run[] | undefined => {
    const face = faceOf(style);
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        if (!plain.test(child.data)) return undefined;
        const hyphenated = style.hyphens === 'auto' || style.hyphens === 'manual';
        runs.push({
          node: child,
          face,
          points: [],
          ...(hyphenated && { language: style.hyphens === 'auto' ? language : '' }),
        });
      } else if (child instanceof Element) {
        const inner = getComputedStyle(child);
        if (!isPlainInline(child, inner)) return undefined;
        const known = child.getAttribute('lang') ?? language;
        if (runsOf(child, inner, known, runs) === undefined) return undefined;
      }
    }
    return runs;
  };

  /** The run without its soft hyphens, of which only those that end a line will come back. */
  const withoutSoftHyphens = (run: Run): Run => {
    const [first = '', ...rest] = run.node.data.split('\u00AD');
    if (rest.length === 0) return run;
    const points: number[] = [];
    let text = first;
    for (const part of rest) {
      points.push(text.length);
      text += part;
    }
    run.node.data = text;
    return { ...run, points };
  };

  /** Dropped initials and first lines in small capitals change what fits into a line. */
  const hasSpecialStart = (element: Element, style: CSSStyleDeclaration): boolean => {
    if (element.className === '' && element.previousElementSibling?.tagName === 'P') return false;
    const letter = getComputedStyle(element, '::first-letter');
    const line = getComputedStyle(element, '::first-line');
    return (
      letter.float !== 'none' ||
      letter.fontSize !== style.fontSize ||
      letter.getPropertyValue('initial-letter') !== 'normal' ||
      line.fontVariantCaps !== style.fontVariantCaps ||
      line.textTransform !== style.textTransform ||
      line.letterSpacing !== style.letterSpacing ||
      element.previousElementSibling?.matches('.drop-cap, .initial') === true
    );
  };

  /** What the width of a paragraph will be on the page, if nothing but margins and paddings narrows it. */
  const expectedWidth = (element: Element): number => {
    let width = tools.options.textWidth;
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      for (const side of ['Left', 'Right'] as const) {
        width -=
          Number.parseFloat(style[`margin${side}`]) +
          Number.parseFloat(style[`padding${side}`]) +
          Number.parseFloat(style[`border${side}Width`]);
      }
    }
    return width;
  };

  const paragraphs = (): Paragraph[] => {
    const widths = new Map<Element | null, number>();
    return [...document.querySelectorAll('p')].flatMap((element): Paragraph[] => {
      const style = getComputedStyle(element);
      const set =
        style.textAlign === 'justify' && style.direction === 'ltr' && style.textTransform === 'none';
      if (!set || (element.textContent ?? '').length < 60 || hasSpecialStart(element, style)) return [];
      const language = element.closest('[lang]')?.getAttribute('lang') ?? '';
      const runs = runsOf(element, style, language, []);
      if (runs === undefined || runs.length === 0) return [];
      const parent = element.parentElement;
      const usual = element.className === '';
      const width = (usual ? widths.get(parent) : undefined) ?? expectedWidth(element);
      if (usual) widths.set(parent, width);
      return [
        {
          element,
          runs: runs.map(withoutSoftHyphens),
          face: faceOf(style),
          width,
          indent: Number.parseFloat(style.textIndent),
          size: Number.parseFloat(style.fontSize),
          lineHeight: Number.parseFloat(style.lineHeight),
        },
      ];
    });
  };

  tools.paragraphs = paragraphs();

  tools.longWords = () => {
    const words: Record<string, Set<string>> = {};
    for (const { runs } of tools.paragraphs) {
      for (const { node, language } of runs) {
        if (language === undefined || language === '') continue;
        const known = (words[language] ??= new Set());
        for (const [word] of node.data.matchAll(/[\p{L}\p{M}]{5,}/gu)) known.add(word);
      }
    }
    return Object.fromEntries(Object.entries(words).map(([language, set]) => [language, [...set]]));
  };
}
