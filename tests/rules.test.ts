import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { build, type Edition } from '../src/build.ts';
import type { Message } from '../src/book/messages.ts';
import { rules } from '../src/book/rules.ts';

const fixtures = new URL('fixtures/rules/', import.meta.url);

/** Rules that only the printed edition can break. */
const printed = new Set(['page-overflow']);

describe('every rule', () => {
  for (const rule of Object.keys(rules)) {
    it(`${rule} has a fixture and says what it should`, async () => {
      const expected = new URL(`${rule}/expected/messages.json`, fixtures);
      expect(existsSync(expected), `tests/fixtures/rules/${rule}/expected/messages.json`).toBe(true);
      const messages = JSON.parse(await readFile(expected, 'utf8')) as Message[];
      expect(messages.map((message) => message.rule)).toContain(rule);

      const only: Edition[] = [printed.has(rule) ? 'pdf' : 'epub'];
      const result = await build(new URL(`${rule}/input`, fixtures).pathname, { only });
      expect(result.messages).toEqual(messages);

      const failed = messages.some((message) => message.severity === 'error');
      expect(result.ok).toBe(!failed);
      expect(result.artifacts.length > 0).toBe(!failed);
    });
  }

  it('has no fixture without a rule', async () => {
    const folders = await readdir(fixtures);
    expect(folders.filter((folder) => !(folder in rules))).toEqual([]);
  });
});
