import { posix } from 'node:path';
import type { StepContext } from './dialect.ts';
import { outsideCode, withProse, type Line } from './lines.ts';

const typedRole = /\{([a-z][\w:-]*)\}(`+)([\s\S]*?[^`])\2(?!`)/g;

/**
 * Makes references, formulas and marks of ours of the roles of MyST; of others their words stay.
 *
 * @see https://mystmd.org/guide/roles
 */
export function step(lines: ReadonlyArray<Line>, context: StepContext): Line[] {
  return withProse(lines, (text) => {
    const made = text.includes('}`')
      ? text.replace(typedRole, (_, name: string, __, inner: string) => madeOf(name, inner, context))
      : text;
    const linked = /\[\]\(|@/.test(made)
      ? outsideCode(made, (prose) => withEmptyLinks(prose, context))
      : made;
    return linked.includes('\\(') ? outsideCode(linked, withFormulas) : linked;
  });
}

/**
 * Links without words, which get those of what they lead to, and names of what has a label.
 *
 * @see https://mystmd.org/guide/cross-references
 */
function withEmptyLinks(text: string, context: StepContext): string {
  const { labels } = context.book;
  return text
    .replace(/\[\]\(#([\w:.-]+)\)/g, (whole, name: string) =>
      labels.has(name) ? referenceTo(name, undefined, 'ref', context) : whole,
    )
    .replace(/\[\]\(([^()\s#:]+\.md)\)/g, ':ref[$1]')
    .replace(/(?<![\w@/.\\[;-])@([A-Za-z][\w:.-]*\w)/g, (whole, name: string) =>
      labels.has(name) ? referenceTo(name, undefined, 'ref', context) : whole,
    );
}

/** Formulas between `\(` and `\)`, which notebooks show as such. */
function withFormulas(text: string): string {
  return text.replace(
    /(?<!\\)\\\(((?:(?!\\\))[^\n$])*?(?:[\^_=]|\\[a-zA-Z])(?:(?!\\\))[^\n$])*)\\\)/g,
    (_, tex: string) => `$${tex.trim()}$`,
  );
}

function madeOf(name: string, inner: string, context: StepContext): string {
  const [, words, target = inner] = /^([\s\S]*?)[ \t\n]*<([^<>]+)>$/.exec(inner) ?? [];
  if (name === 'ref' || name === 'numref' || name === 'eq' || name.startsWith('prf:'))
    return referenceTo(target, words, name, context);
  if (name === 'doc') {
    const path = target.endsWith('.md') ? target : `${target}.md`;
    const address = path.startsWith('/')
      ? posix.relative(posix.dirname(context.file.path), path.slice(1))
      : path;
    return words === undefined || words === '' ? `:ref[${address}]` : `[${words}](${address})`;
  }
  if (name.startsWith('cite')) return citationOf(name, inner);
  if (name === 'math') return `$${inner}$`;
  if (name === 'sub') return `:sub[${inner}]`;
  if (name === 'sup') return `:sup[${inner}]`;
  if (name === 'kbd') return `:kbd[${inner}]`;
  if (name === 'term') return `*${words ?? inner}*`;
  if (name === 'index') return '';
  if (/^(?:code|file|command|program|option|py:\w+|func|class|mod|meth|attr)$/.test(name))
    return `\`${words ?? inner}\``;
  return words ?? inner;
}

/**
 * A citation, as Pandoc writes it.
 *
 * @see https://sphinxcontrib-bibtex.readthedocs.io/en/latest/usage.html
 */
function citationOf(role: string, keys: string): string {
  const works = keys.split(',').flatMap((key) => {
    const name = key.trim();
    if (name === '') return [];
    return /^[\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-][\p{L}\p{N}_]+)*$/u.test(name) ? `@${name}` : `@{${name}}`;
  });
  if (/^cite:(?:t|ts|ct|cts|author|authors)$/.test(role) || role === 'citet') return works.join(', ');
  const isYear = /^cite:(?:year|yearpar)$/.test(role);
  return `[${works.map((work) => `${isYear ? '-' : ''}${work}`).join('; ')}]`;
}

function referenceTo(target: string, words: string | undefined, role: string, { book }: StepContext): string {
  const label = book.labels.get(target);
  if (label === undefined) return words ?? target;
  if (words !== undefined && words !== '' && !/%s|\{number\}|\{name\}/.test(words))
    return `[${words}](#${label.target})`;
  if (label.number !== undefined) return `[${label.words ?? `(${label.number})`}](#${label.target})`;
  return role === 'numref' && words !== undefined
    ? words.replace(/%s|\{number\}/, `:ref[${label.target}]{number}`)
    : `:Ref[${label.target}]`;
}
