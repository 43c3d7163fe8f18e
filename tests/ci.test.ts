import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/* What is read of the action, the workflows and the container without running them. */
const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const workflows = readdirSync(new URL('.github/workflows/', root)).map((name) => `.github/workflows/${name}`);

describe.each([...workflows, 'action.yml', 'templates/ci/github.yaml'])('%s', (path) => {
  const text = read(path);

  it('pins the actions of others by the hash of a commit, and says which version that is', () => {
    const used = [...text.matchAll(/^ *(?:- )?uses: (.+)$/gm)].map(([, action]) => action ?? '');
    expect(used.length).toBeGreaterThan(1);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('puts nothing of the caller into a script but through the environment', () => {
    const steps = JSON.stringify(parse(text)).matchAll(/"run":"((?:[^"\\]|\\.)*)"/g);
    for (const [, script] of steps) expect(script).not.toContain('${{');
  });
});

describe('the templates of workflows', () => {
  it.each(['github', 'gitlab'])('for %s name no host', (server) => {
    expect(read(`templates/ci/${server}.yaml`)).not.toMatch(/https?:|\.(?:com|org|io)\b/);
  });
});

describe('the container', () => {
  const lines = read('Containerfile').replaceAll('\\\n', '').split('\n');
  const after = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('runs as an ordinary user', () => {
    const users = after.filter((line) => line.startsWith('USER '));
    expect(users).toEqual(['USER 1000:1000']);
    expect(after.indexOf('ENTRYPOINT ["colophon"]')).toBeGreaterThan(after.indexOf('USER 1000:1000'));
  });

  it('brings the browser unpacked, by the user who will build', () => {
    expect(after.indexOf('RUN colophon doctor')).toBeGreaterThan(after.indexOf('USER 1000:1000'));
  });
});
