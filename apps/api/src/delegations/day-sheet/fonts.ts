import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

const require = createRequire(import.meta.url);

/** A family of the Noto Sans fonts (SIL Open Font License 1.1) that draws some of the scripts. */
export type Family = 'latin' | 'korean' | 'japanese' | 'devanagari';

/** How heavy letters are. */
export type Weight = 'regular' | 'bold';

const packages: Record<Family, readonly [folder: string, file: string]> = {
  latin: ['noto-sans', 'NotoSans'],
  korean: ['noto-sans-kr', 'NotoSansKR'],
  japanese: ['noto-sans-jp', 'NotoSansJP'],
  devanagari: ['noto-sans-devanagari', 'NotoSansDevanagari'],
};

const weights: Record<Weight, string> = { regular: '400Regular', bold: '600SemiBold' };

/** The families, in the order in which they are offered to a document. */
export const families = Object.keys(packages) as readonly Family[];

const read = new Map<string, Promise<Buffer>>();

/** The bytes of a font; read once in the life of the process, since the Korean and Japanese ones have 6 MB each. */
export function fontBytes(family: Family, weight: Weight): Promise<Buffer> {
  const [folder, name] = packages[family];
  const file = require.resolve(
    `@expo-google-fonts/${folder}/${weights[weight]}/${name}_${weights[weight]}.ttf`,
  );
  const bytes = read.get(file) ?? readFile(file);
  read.set(file, bytes);
  return bytes;
}
