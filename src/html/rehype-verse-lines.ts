import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { inDigits } from '../language/digits.ts';
import { classesOf, element } from './element.ts';

/** A stanza of up to this many lines is not divided between pages. */
const shortStanza = 8;

/**
 * Makes every line of verse a `span` of class `line`, so that a line turned over can hang; the
 * break between two lines stays for readers without styles. So are speeches of plays whose lines the author ends. Stanzas of up to eight lines get the
 * class `short`; how far in a line begins is its property `--indent`, in spaces. Where the poem has `data-numbers`, every so-manieth line has its number in
 * `data-line`, counted from `data-start`.
 *
 * @param options.language of the numbers (BCP 47)
 */
export function rehypeVerseLines(options: { readonly language: string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (verse) => {
      if (classesOf(verse).includes('dialogue')) breakSpeeches(verse);
      if (!classesOf(verse).includes('verse')) return;
      const { dataNumbers, dataStart = 1, ...properties } = verse.properties;
      verse.properties = properties;
      const every = Number(dataNumbers ?? 0);
      let number = Number(dataStart);
      visit(verse, { tagName: 'p' }, (stanza) => {
        if (isSetApart(stanza)) return;
        const lines = breakLines(stanza);
        if (lines.length > 1 && lines.length <= shortStanza) {
          stanza.properties['className'] = [...classesOf(stanza), 'short'];
        }
        if (every === 0) return;
        for (const line of lines) {
          if (number % every === 0) line.properties['dataLine'] = inDigits(number, options.language);
          number++;
        }
      });
      if (every > 0) verse.properties['className'] = [...classesOf(verse), 'numbered'];
    });
  };
}

/** Speeches whose lines the author ends are verse. */
function breakSpeeches(dialogue: Element): void {
  visit(dialogue, { tagName: 'p' }, (speech) => {
    const hasBreaks = speech.children.some((child) => child.type === 'element' && child.tagName === 'br');
    if (hasBreaks && !isSetApart(speech)) breakLines(speech);
  });
}

/** Whether a paragraph of a poem is none of its stanzas: its title, its author. */
function isSetApart(paragraph: Element): boolean {
  return classesOf(paragraph).some((name) => name === 'title' || name === 'attribution');
}

/** Divides a stanza, in place; its lines. */
function breakLines(stanza: Element): Element[] {
  const content: ElementContent[] = [];
  const lines: Element[] = [];
  let line: ElementContent[] = [];
  const end = (): void => {
    if (line.length === 0) return;
    const indent = indentOf(line[0]);
    const style = indent === 0 ? {} : { style: `--indent: ${indent}` };
    const whole = element('span', { className: ['line'], ...style }, line);
    content.push(whole);
    lines.push(whole);
    line = [];
  };
  for (const child of stanza.children) {
    if (child.type === 'element' && child.tagName === 'br') {
      end();
      content.push(child);
    } else {
      line.push(child);
    }
  }
  end();
  stanza.children = content;
  return lines;
}

/** How far in a line begins, in spaces that do not break. */
function indentOf(first: ElementContent | undefined): number {
  return first?.type === 'text' ? (/^\u00a0*/.exec(first.value)?.[0].length ?? 0) : 0;
}
