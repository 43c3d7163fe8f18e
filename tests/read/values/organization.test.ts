import { describe, expect, it } from 'vitest';
import { looksLikeOrganization } from '../../../src/read/values/organization.ts';

describe('looksLikeOrganization', () => {
  it.each([
    'Institute for Euro-Atlantic Cooperation',
    'Київський університет',
    'Quay Ltd',
    'Université de Lyon',
  ])('%s is a body', (name) => expect(looksLikeOrganization(name)).toBe(true));

  it.each(['Jane Doe', 'Frank Press', 'Julia Incledon', 'Ltdson, A.'])('%s is a person', (name) => {
    expect(looksLikeOrganization(name)).toBe(false);
  });
});
