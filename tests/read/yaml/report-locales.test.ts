import { expect, it } from 'vitest';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readBookYaml } from '../../../src/read/book-yaml/book-yaml.ts';
import { folderOf } from '../../builders/folder.ts';

it('tells of every language that is written as a locale, and reads it', async () => {
  const yaml =
    'title: T\nlanguage: en_US\nlanguages: [de, zh_Hant_TW]\noriginal: { title: O, language: pt_BR.UTF-8 }\n';
  const { metadata, file, isValid } = await readBookYaml(await folderOf({ 'book.yaml': yaml }), []);
  expect(isValid).toBe(true);
  expect([metadata.language, metadata.languages, metadata.original?.language]).toEqual([
    'en-US',
    ['de', 'zh-Hant-TW'],
    'pt-BR',
  ]);
  expect(
    messagesOf([file]).map(({ line, severity, rule, reason }) => `${line} ${severity} ${rule}: ${reason}`),
  ).toEqual([
    '2 warning language-tag: "en_US" is read as en-US',
    '3 warning language-tag: "zh_Hant_TW" is read as zh-Hant-TW',
    '4 warning language-tag: "pt_BR.UTF-8" is read as pt-BR',
  ]);
});
