import { basename, resolve } from 'node:path';
import { UsageError } from '../book/errors.ts';
import { isFailing } from '../book/messages/rule.ts';
import { verify, type VerifyResult } from '../commands/verify.ts';
import { argumentsOf } from './arguments.ts';
import { countMessages } from './messages.ts';
import { reportHelp, reportOptions, wantedOf } from './reports/formats.ts';
import { tell } from './reports/tell.ts';
import { visible } from './visible.ts';

export const help = `colophon verify <folder> [options]

Verifies a release that a build wrote: that its files are those that were released, that
they are those of which provenance.intoto.json says where they come from, and who has signed
SHA256SUMS. What is in the files, colophon check judges.

  --signer FILE     who must have signed it: a public SSH key, a list of allowed signers
                    of SSH, or public keys of GnuPG
  --rebuild         builds the commit that the release names again, in a temporary folder,
                    and compares all files
  --source FOLDER   a clone that has this commit; by default the working directory
  --strict          warnings count as errors
${reportHelp}
Exit status: 0 all holds (there may be warnings); 1 something does not; 2 wrong usage, or no
release; 3 a file cannot be read, or a program that verifies signatures is missing.

  colophon verify dist
  colophon verify dist --signer jane.pub --rebuild
`;

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({
    args: argv,
    allowPositionals: true,
    options: {
      signer: { type: 'string' },
      rebuild: { type: 'boolean', default: false },
      source: { type: 'string' },
      strict: { type: 'boolean', default: false },
      ...reportOptions,
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new UsageError('colophon verify needs the folder of a release');
  if (positionals.length > 1) throw new UsageError(`One release at a time, not ${positionals.length}`);
  if (values.source !== undefined && !values.rebuild)
    throw new UsageError('--source goes with --rebuild, which builds from that clone');
  const wanted = wantedOf(values);
  const { signer, source } = values;
  const result = await verify(folder, {
    rebuild: values.rebuild,
    ...(signer !== undefined && { signer }),
    ...(source !== undefined && { source }),
  });
  const { messages, facts, files } = result;
  const ok = !messages.some(({ severity }) => isFailing(severity, values.strict));
  await tell(
    {
      json: { ok, messages, facts, artifacts: files },
      strict: values.strict,
      title: basename(resolve(folder)),
      outcome: ok ? 'verified' : 'verified, and found wrong',
      files: files.map((file) => ({ ...file, kind: '' })),
      counts: facts,
      folder,
      out: folder,
      summary: summary(folder, result),
    },
    wanted,
  );
  return ok ? 0 : 1;
}

function summary(folder: string, { messages, facts }: VerifyResult): string {
  const lines = facts.map((fact) => `  ${visible(fact)}\n`).join('');
  return `Verified ${folder}: ${countMessages(messages) || 'all holds'}.\n${lines}`;
}
