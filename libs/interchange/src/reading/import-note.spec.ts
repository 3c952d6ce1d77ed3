import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { importNoteEffects } from './import-note.ts';

const folder = 'apps/secretariat/src/texts';

describe('what an import has to tell', () => {
  it.each(readdirSync(folder))('is said to the secretariat in %s', (file) => {
    const texts = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
      'import-note': Record<string, string>;
    };
    expect(Object.keys(texts['import-note']).sort()).toEqual(Object.keys(importNoteEffects).sort());
    expect(Object.values(texts['import-note'])).not.toContain('');
  });
});
