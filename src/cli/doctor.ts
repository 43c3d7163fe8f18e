import { clearKept, diagnose, downloadBrowser, type Finding } from '../commands/doctor.ts';
import { limitLines, listedLimits } from './limits.ts';
import { argumentsOf } from './arguments.ts';

export const help = `colophon doctor [options]

Says what a build would use on this machine, what is missing, and how to get it, and what a
manuscript may hold: sizes, depth, density, time.

  --json            one JSON document on standard output
  --browser PATH    judge this Chrome or Chromium
  --clear-cache     first remove what builds have kept for later ones
  --install         first download a Chrome to print with, some 100 MB, from Google; without this
                    nothing is ever downloaded

Exit status: 0 a build can run here; 3 something it needs is missing.
`;

const signs: Readonly<Record<Finding['status'], string>> = { ok: '✓', missing: '✗', optional: '–' };

/** Runs the command and gives the exit status. */
export async function run(argv: string[]): Promise<number> {
  const { values } = argumentsOf({
    args: argv,
    options: {
      json: { type: 'boolean', default: false },
      browser: { type: 'string' },
      'clear-cache': { type: 'boolean', default: false },
      install: { type: 'boolean', default: false },
    },
  });
  if (values['clear-cache']) await clearKept();
  if (values.install) await install();
  const findings = await diagnose(values.browser ?? process.env['PUPPETEER_EXECUTABLE_PATH']);
  const ok = findings.every((finding) => finding.status !== 'missing');
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ok, findings, limits: listedLimits() }, null, 2)}\n`);
  } else {
    for (const { name, status, detail, hint } of findings) {
      process.stdout.write(`${signs[status]} ${name}: ${detail}\n`);
      if (hint) process.stdout.write(`    ${hint}\n`);
    }
    process.stdout.write(`\nWhat a manuscript may hold (* set by colophon build --limit NAME=N):\n`);
    for (const line of limitLines()) process.stdout.write(`${line}\n`);
  }
  return ok ? 0 : 3;
}

/** Downloads a browser, and says so as it comes. */
async function install(): Promise<void> {
  let told = -1;
  const path = await downloadBrowser((part) => {
    const tenths = Math.floor(part * 10);
    if (tenths === told) return;
    told = tenths;
    process.stderr.write(`Downloading a browser … ${tenths * 10} %\n`);
  });
  process.stderr.write(`The browser is in ${path}\n`);
}
