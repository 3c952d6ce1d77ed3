import { readCachedProjectGraph, createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { rmSync, writeFileSync } from 'node:fs';

// The boundary rule reads Nx's project graph and silently skips without it: make it first, then prove that it bites.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: true });
readCachedProjectGraph();

const canaries = [
  [
    'libs/domain/src/canary.ts',
    "import { route } from '@forum/contract/route';\nexport const canary = route;\n",
  ],
  [
    'libs/ui/src/lib/canary.ts',
    "import { readSchedule } from '@forum/interchange/schedule/read-schedule';\nexport const canary = readSchedule;\n",
  ],
];

/** The checker of plans shares no code with the planner: another rule, which has to bite as well. */
canaries.push([
  'libs/planner/src/checker/canary.ts',
  "import { plan } from '../plan/plan.ts';\nexport const canary = plan;\n",
  'no-restricted-imports',
]);

/** Statements stand in repositories. */
canaries.push([
  'apps/api/src/canary.ts',
  "export const canary = (reader) => reader.query('select 1');\n",
  'house/sql-in-repositories',
]);

/** Sizes of functions. */
canaries.push(
  [
    'libs/domain/src/canary.ts',
    'export const canary = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\n',
    'house/parameters',
  ],
  [
    'libs/domain/src/canary.ts',
    `export function canary(): void {\n${'  canary();\n'.repeat(40)}}\n`,
    'max-lines-per-function',
  ],
);

/** A subject of the API imports only downwards. */
canaries.push([
  'apps/api/src/firms/canary.ts',
  "import { firmOf } from '../meetings/parties.ts';\nexport const canary = firmOf;\n",
  'no-restricted-imports',
]);

for (const [file, text, rule = '@nx/enforce-module-boundaries'] of canaries) {
  writeFileSync(file, text);
  try {
    const [result] = await new ESLint().lintFiles([file]);
    if (!result?.messages.some((message) => message.ruleId === rule)) {
      process.stderr.write(`A forbidden import in ${file} was not refused: ${rule} does not work.\n`);
      process.exit(1);
    }
  } finally {
    rmSync(file, { force: true });
  }
}

const eslint = new ESLint({
  cache: true,
  cacheLocation: 'node_modules/.cache/eslint/',
  cacheStrategy: 'content',
  applySuppressions: true,
});
const results = await eslint.lintFiles(['.']);
const formatter = await eslint.loadFormatter('stylish');
process.stdout.write(await formatter.format(results));
if (results.some((result) => result.errorCount + result.warningCount > 0)) process.exit(1);
