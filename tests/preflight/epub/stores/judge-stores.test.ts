import { describe, expect, it } from 'vitest';
import { preflightRules } from '../../../../src/book/messages/preflight-rules.ts';
import type { Message } from '../../../../src/book/messages/messages.ts';
import { judgeStores } from '../../../../src/preflight/epub/stores/judge-stores.ts';
import { readStores, storeNames } from '../../../../src/read/stores/store.ts';
import { defectiveEpubs } from './defects.ts';
import { makeStoreEpub } from './make-store-epub.ts';

const stores = await readStores(await storeNames());

describe('an EPUB with one fault', () => {
  it.each(defectiveEpubs)('$rule: $fault', async ({ rule, draft, said }) => {
    const epub = await makeStoreEpub(draft);
    for (const store of stores) {
      const messages = await judgeStores(epub, 'book.epub', [store]);
      expect([store.name, [...new Set(messages.map((message) => message.rule))]]).toEqual([
        store.name,
        store.name in said ? [rule] : [],
      ]);
      expect(messages.map(inShort).join('\n')).toContain(partOf(said[store.name]));
      expect(messages.map(inShort).join('\n')).toContain(reasonOf(said[store.name]));
    }
  });

  it('breaks every rule there is', () => {
    const broken = new Set<string>(defectiveEpubs.map(({ rule }) => rule));
    const rules = Object.keys(preflightRules).filter((rule) => rule.startsWith('epub-'));
    expect(rules.filter((rule) => !broken.has(rule))).toEqual([]);
  });
});

function inShort({ severity, file, line, reason }: Message): string {
  return `${severity} ${file}:${line} ${reason}`;
}

/** How grave, and where. */
function partOf(said = ''): string {
  return /^\S+ .*?:\d+ /.exec(said)?.[0] ?? '';
}

function reasonOf(said = ''): string {
  return said.slice(partOf(said).length);
}

describe('judgeStores', () => {
  it('finds nothing in a sound EPUB', async () => {
    expect(await judgeStores(await makeStoreEpub(), 'book.epub', stores)).toEqual([]);
  });

  it('tells nothing of what is no EPUB: other checks do', async () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('no archive, and no end of one')])
      expect(await judgeStores(bytes, 'book.epub', stores)).toEqual([]);
  });

  it('names the source of what a store asks for, unless nobody has confirmed it', async () => {
    const messages = await judgeStores(await makeStoreEpub({ cover: [400, 600] }), 'book.epub', stores);
    const hints = messages.filter(({ severity }) => severity === 'error').map(({ hint }) => hint);
    expect(hints.length).toBeGreaterThan(1);
    for (const hint of hints) expect(hint).toMatch(/ Source: https:\/\/\S+$/);
    const doubtful = messages.filter(({ reason }) => reason.includes('Apple'));
    expect(doubtful.map(({ hint }) => hint)).toEqual([expect.not.stringContaining('Source')]);
  });
});
