import { readdirSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { build, fail, install, run } from './prepare.mjs';

install();

const stories = readdirSync('tests/web')
  .filter((file) => file.endsWith('.story.ts'))
  .map((file) => file.replace('.story.ts', ''));
// A story may be told in several files: truth-mail.story.ts is a part of truth.
const [name, ...rest] = process.argv.slice(2);
if (!stories.includes(name)) fail(`Which story? npm run test:story -- <name>, one of: ${stories.join(', ')}`);

build();
run('npx', ['playwright', 'test', '--config', 'tests/playwright.config.ts', `web/${name}[.-]`, ...rest], {
  env: { CHROMIUM: findChromium() },
});
