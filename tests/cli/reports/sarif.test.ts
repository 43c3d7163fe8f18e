import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/book/messages/messages.ts';
import { settableRules } from '../../../src/book/messages/rules.ts';
import { sarif } from '../../../src/cli/reports/sarif.ts';
import { makeReport, thinLine, undefinedNote } from './make-report.ts';

/* The schema of OASIS as a package carries it. */
const require = createRequire(import.meta.url);
const ajv = new Ajv({ schemaId: 'auto', unknownFormats: ['uri-reference'] });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
const isValid = ajv.compile(schema);

interface Log {
  readonly runs: ReadonlyArray<{
    readonly tool: { readonly driver: { readonly rules: ReadonlyArray<{ readonly id: string }> } };
    readonly results: ReadonlyArray<{
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: ReadonlyArray<unknown>;
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }>;
  }>;
}

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'colophon-sarif-'));
  await mkdir(join(root, '.git'));
  await writeFile(join(root, '01-one.md'), 'One.\n\nIt was dark.[^b] Night.\n');
});
afterAll(() => rm(root, { recursive: true }));

function runOf(messages: ReadonlyArray<Message>): Log['runs'][number] {
  const log = JSON.parse(sarif(makeReport(root, messages))) as Log;
  expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
  const [run] = log.runs;
  if (run === undefined) throw new Error('There is no run');
  return run;
}

describe('a SARIF log', () => {
  it('is valid without findings, and with one of every rule', () => {
    expect(runOf([]).results).toEqual([]);
    const all = settableRules.map((rule): Message => ({ ...undefinedNote, rule }));
    const { tool, results } = runOf([...all, thinLine, { ...undefinedNote, rule: 'epubcheck/RSC-005' }]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('is held to the schema', () => {
    expect(isValid({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('has places relative to the root of the repository, and levels', () => {
    const { results } = runOf([undefinedNote, { ...undefinedNote, file: 'ä b.md', severity: 'info' }]);
    expect(results.map(({ level }) => level)).toEqual(['error', 'note']);
    expect(results.map(({ locations }) => locations[0])).toEqual(
      ['01-one.md', '%C3%A4%20b.md'].map((uri) => ({
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 14 },
        },
      })),
    );
  });

  it('knows a finding again when lines before it came or went, and two in a line apart', async () => {
    const prints = (messages: ReadonlyArray<Message>): string[] =>
      runOf(messages).results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    const before = prints([undefinedNote, undefinedNote]);
    expect(new Set(before).size).toBe(2);
    await writeFile(join(root, '01-one.md'), 'New.\n\nOne.\n\n  It was dark.[^b] Night.\n');
    expect(
      prints([
        { ...undefinedNote, line: 5 },
        { ...undefinedNote, line: 5 },
      ]),
    ).toEqual(before);
    expect(prints([undefinedNote])).not.toEqual(before.slice(0, 1));
  });
});
