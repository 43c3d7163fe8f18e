// npm run fuzz -- --runs 5000 [--seed 7]: builds so many generated manuscripts in all editions.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now()) },
  },
});
process.stdout.write(`Seed ${values.seed}: a failure comes again with --seed ${values.seed}\n`);
const vitest = spawn('npx', ['vitest', 'run', 'tests/fuzz/generated.test.ts'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    COLOPHON_FUZZ_RUNS: values.runs,
    COLOPHON_FUZZ_EBOOKS: '1',
    COLOPHON_FUZZ_SEED: String(Number(values.seed) | 0),
  },
});
vitest.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
