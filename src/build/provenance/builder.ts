import type { Resource, StatementParts } from '../../book/provenance.ts';
import { version } from '../../version.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Who builds: on a server for continuous integration what this says of itself, elsewhere some machine. The number of a
 * run and the time of day are left out: two builds of one revision by one builder say the same.
 */
export function builderOf(environment: Environment): StatementParts['builder'] {
  return { id: builderId(environment), version: { colophon: version, node: process.versions.node } };
}

function builderId({ GITHUB_ACTIONS, RUNNER_ENVIRONMENT, GITLAB_CI, CI_SERVER_URL }: Environment): string {
  if (GITHUB_ACTIONS === 'true')
    return `https://github.com/actions/runner/${RUNNER_ENVIRONMENT === 'github-hosted' ? 'github-hosted' : 'self-hosted'}`;
  if (GITLAB_CI === 'true' && isAddress(CI_SERVER_URL)) return `${CI_SERVER_URL}/gitlab-org/gitlab-runner`;
  return 'pkg:npm/colophon#any-machine';
}

/** The repository of a commit, where the server says which it is: clones call it by other names. */
export function repositoryOf(environment: Environment): Pick<Resource, 'uri'> {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_ACTIONS, GITLAB_CI, CI_PROJECT_URL } = environment;
  if (GITHUB_ACTIONS === 'true' && isAddress(GITHUB_SERVER_URL) && GITHUB_REPOSITORY !== undefined)
    return { uri: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` };
  if (GITLAB_CI === 'true' && isAddress(CI_PROJECT_URL)) return { uri: `git+${CI_PROJECT_URL}` };
  return {};
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/[^\s@]+$/.test(text);
}
