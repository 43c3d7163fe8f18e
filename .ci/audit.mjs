// Asks the registry whether any package that Colophon runs with has a known vulnerability. Where the
// registry cannot be asked, that is said, and nothing has been judged.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', shell: true });
const report = reportOf(stdout);
if (report?.auditReportVersion === undefined) {
  const reason = report?.message ?? report?.error?.summary ?? 'npm gave no report';
  const notice = `NOT JUDGED: the registry did not answer npm audit (${reason})`;
  process.stdout.write(`${process.env['GITHUB_ACTIONS'] === undefined ? '' : '::warning::'}${notice}\n`);
} else {
  const found = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via } of found) {
    const why = via.map((each) => (typeof each === 'string' ? `by ${each}` : `${each.title} ${each.url}`));
    process.stdout.write(`${severity}: ${name} ${range}: ${why.join('; ')}\n`);
  }
  process.stdout.write(`${found.length} of the packages it runs with are known to be vulnerable\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}

function reportOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
