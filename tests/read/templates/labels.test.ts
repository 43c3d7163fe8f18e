import { expect, it } from 'vitest';
import { readLabels } from '../../../src/read/templates/labels.ts';

it('readLabels shortens the tag until there is wording, and ends at English', async () => {
  const german = await readLabels('de');
  const english = await readLabels('en');
  expect(german).not.toEqual(english);
  expect(await readLabels('de-AT-1996')).toEqual(german);
  expect(await readLabels('tlh')).toEqual(english);
});
