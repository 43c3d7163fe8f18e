import { describe, expect, it } from 'vitest';
import { builderOf, repositoryOf } from '../../../src/build/provenance/builder.ts';

const github = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'jane/tide',
  RUNNER_ENVIRONMENT: 'github-hosted',
  GITHUB_RUN_ID: '7',
};
const gitlab = {
  GITLAB_CI: 'true',
  CI_SERVER_URL: 'https://gitlab.com',
  CI_PROJECT_URL: 'https://gitlab.com/j/t',
};

describe('the builder', () => {
  it.each([
    [{}, 'pkg:npm/colophon#any-machine'],
    [github, 'https://github.com/actions/runner/github-hosted'],
    [{ ...github, RUNNER_ENVIRONMENT: 'self-hosted' }, 'https://github.com/actions/runner/self-hosted'],
    [gitlab, 'https://gitlab.com/gitlab-org/gitlab-runner'],
    [{ ...gitlab, CI_SERVER_URL: 'https://me:secret@gitlab.com' }, 'pkg:npm/colophon#any-machine'],
  ])('of %j is %s', (environment, id) => {
    expect(builderOf(environment).id).toBe(id);
  });

  it('says the same in every run', () => {
    expect(builderOf(github)).toEqual(builderOf({ ...github, GITHUB_RUN_ID: '8' }));
  });

  it('names the repository where a server does, without secrets', () => {
    expect(repositoryOf(github)).toEqual({ uri: 'git+https://github.com/jane/tide' });
    expect(repositoryOf(gitlab)).toEqual({ uri: 'git+https://gitlab.com/j/t' });
    expect(repositoryOf({ ...gitlab, CI_PROJECT_URL: 'https://ci:token@gitlab.com/j/t' })).toEqual({});
    expect(repositoryOf({ GITHUB_REPOSITORY: 'jane/tide' })).toEqual({});
  });
});
