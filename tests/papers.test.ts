import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSettable, limits } from '../src/book/limits.ts';
import { preflightRules } from '../src/book/messages/preflight-rules.ts';
import { rules } from '../src/book/messages/rules.ts';

const root = new URL('../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** The files a paper names, but for those with a placeholder. */
function named(text: string): string[] {
  const code = [...text.matchAll(/`([^`\s]+\/[^`\s]*\.(?:ts|css|json|yaml|md|png))`/g)].map(
    ([, path]) => path ?? '',
  );
  return [...new Set(code)].filter((path) => !/[<*]|my-rule/.test(path));
}

describe.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s', (paper) => {
  it('names files that are there', () => {
    const paths = named(read(paper));
    expect(paths.length).toBeGreaterThan(10);
    const places = ['', 'src/', 'src/emit/'];
    expect(
      paths.filter((path) => !places.some((place) => existsSync(new URL(`${place}${path}`, root)))),
    ).toEqual([]);
  });
});

describe('the benchmarks', () => {
  it('take from the compiled program what there is', () => {
    const scripts = readdirSync(new URL('bench/', root)).filter((name) => name.endsWith('.mjs'));
    const taken = scripts.flatMap((name) =>
      [...read(`bench/${name}`).matchAll(/'\.\/lib\/([^']+)\.js'/g)].map(([, path]) => `src/${path}.ts`),
    );
    expect(taken.length).toBeGreaterThan(10);
    expect(taken.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

describe('the Handbook', () => {
  const messages = read('manuscript/messages.md');
  const commands = read('manuscript/command-line.md');

  it.each([...Object.keys(rules), ...Object.keys(preflightRules)])('explains the rule %s', (rule) => {
    expect(messages).toContain(`\`${rule}\``);
  });

  it.each(Object.keys(limits))('tells of the limit %s, with an asterisk where it can be set', (name) => {
    expect(commands).toContain(`\`${name}\``);
    expect(commands.includes(`\`${name}\`\\*`)).toBe(isSettable(name));
  });
});
