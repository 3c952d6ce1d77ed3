import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/*
 * All stylesheets of an app are loaded together, so a class that two of them lay out is styled by both, wherever either
 * means it. Each app's own sheets share no class; they may refine those of libs/ui, which exist for that.
 */
const beginning = /^\s*\.([a-z][\w-]*)/;

const sheetsUnder = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name));

function classesOf(sheet) {
  const text = readFileSync(sheet, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors = [...text.matchAll(/([^{};]+)\{/g)].flatMap(([, list]) => list.split(','));
  return new Set(selectors.flatMap((selector) => beginning.exec(selector)?.[1] ?? []));
}

const shared = new Set(sheetsUnder('libs/ui/src').flatMap((sheet) => [...classesOf(sheet)]));
const twice = ['attendee', 'secretariat'].flatMap((app) => {
  const owners = new Map();
  for (const sheet of sheetsUnder(`apps/${app}/src`)) {
    for (const name of classesOf(sheet)) owners.set(name, [...(owners.get(name) ?? []), basename(sheet)]);
  }
  return [...owners]
    .filter(([name, sheets]) => sheets.length > 1 && !shared.has(name))
    .map(
      ([name, sheets]) => `${app}: .${name} is laid out in ${sheets.join(' and ')}; give each its own class.`,
    );
});
if (twice.length > 0) {
  process.stderr.write(`${twice.join('\n')}\n`);
  process.exit(1);
}
