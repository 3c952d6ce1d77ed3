import { existsSync, readdirSync } from 'node:fs';
import { build, fail, install } from './prepare.mjs';

install();

const benches = readdirSync('tests/load')
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const [name, ...rest] = process.argv.slice(2);
if (!name || !existsSync(`tests/load/${name}.bench.ts`)) {
  fail(`Which benchmark? npm run bench -- <name> [--json FILE] [--full], one of: ${benches.join(', ')}`);
}

build();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(`./tests/load/${name}.bench.ts`);
await module.default(rest);
process.exit();
