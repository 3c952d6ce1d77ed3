import { Validator } from '@seriousme/openapi-schema-validator';
import { readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const file = 'libs/contract/openapi.json';
const { module } = await runnerImport('./libs/contract/src/open-api.ts');
const described = module.openApi();

const { valid, errors } = await new Validator().validate(structuredClone(described));
if (!valid) refuse(`The route table makes no valid OpenAPI document:\n${JSON.stringify(errors, null, 2)}`);

const text = `${JSON.stringify(described, null, 2)}\n`;
if (process.argv.includes('--write')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text)
  refuse(`${file} is not what the route table says. Run: npm run openapi`);

function refuse(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
