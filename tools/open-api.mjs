import { readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const file = 'libs/contract/openapi.json';
const { module } = await runnerImport('./libs/contract/src/open-api.ts');
const told = `${JSON.stringify(module.openApi(), null, 2)}\n`;

if (process.argv.includes('--write')) writeFileSync(file, told);
else if (readFileSync(file, 'utf8') !== told) {
  process.stderr.write(`${file} is not what the route table says. Run: npm run openapi\n`);
  process.exit(1);
}
