import { expect, it } from 'vitest';
import { readLicence } from '../../../src/read/templates/font-licence.ts';
import { readTheme } from '../../../src/read/templates/theme.ts';
import { folderOf } from '../../builders/folder.ts';

it('takes the licence of the fonts before that of the package', async () => {
  expect(await readLicence(await folderOf({ LICENSE: 'MIT', LICENSE_FONT: 'OFL' }))).toBe('OFL');
  expect(await readLicence(await folderOf({ LICENSE: 'MIT' }))).toBe('MIT');
  expect(await readLicence(await folderOf({}))).toBeUndefined();
});

it('finds one for every font of the themes', async () => {
  const { fonts } = await readTheme('literary');
  for (const { licence } of fonts) expect(licence).toMatch(/SIL OPEN FONT LICENSE/i);
});
