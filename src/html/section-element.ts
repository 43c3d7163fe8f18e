import type { Element, ElementContent, Properties, Root } from 'hast';
import type { Section } from '../book/book.ts';
import type { Role } from '../book/roles.ts';
import { element, text } from './element.ts';

/** The roles of EPUB that have one in DPUB-ARIA 1.1 (https://www.w3.org/TR/dpub-aria-1.1/) too. */
const ariaRoles: ReadonlySet<Role> = new Set<Role>([
  'dedication',
  'epigraph',
  'toc',
  'foreword',
  'preface',
  'introduction',
  'prologue',
  'part',
  'chapter',
  'conclusion',
  'epilogue',
  'afterword',
  'acknowledgments',
  'appendix',
  'glossary',
  'bibliography',
  'credits',
  'endnotes',
  'index',
  'colophon',
]);

/**
 * The element of a whole section: its opening (number, title, subtitle, author) and its text.
 *
 * @param section the section
 * @param title its title
 * @param content its text
 */
export function sectionElement(section: Section, title: readonly ElementContent[], content: Root): Element {
  const { id, role, language } = section;
  const properties: Properties = {
    id,
    className: [role],
    'epub:type': role,
    ...(ariaRoles.has(role) ? { role: `doc-${role}` } : {}),
    ...(section.untitled ? { ariaLabel: section.title } : { ariaLabelledBy: [`${id}--title`] }),
    ...(language ? { lang: language } : {}),
  };
  const opening = section.untitled ? [] : [openingOf(section, title), text('\n')];
  const children = content.children as ElementContent[];
  return element('section', properties, [text('\n'), ...opening, ...children, text('\n')], content.position);
}

function openingOf(section: Section, title: readonly ElementContent[]): Element {
  const lines: Element[] = [];
  if (section.number) lines.push(element('p', { className: ['number'] }, [text(section.number)]));
  lines.push(element('h1', { id: `${section.id}--title`, className: ['title'] }, [...title]));
  if (section.subtitle) {
    lines.push(element('p', { className: ['subtitle'], role: 'doc-subtitle' }, [text(section.subtitle)]));
  }
  if (section.author) lines.push(element('p', { className: ['author'] }, [text(section.author)]));
  const children = [text('\n'), ...lines.flatMap((line) => [line, text('\n')])];
  return element('header', { className: ['opening'] }, children);
}
