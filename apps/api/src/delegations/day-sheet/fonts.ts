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

/** Reads each file once and keeps its bytes; a reading that failed is not kept, the next one tries again. */
export function readOnce(read: (file: string) => Promise<Buffer>): (file: string) => Promise<Buffer> {
  const kept = new Map<string, Promise<Buffer>>();
  return (file) => {
    const bytes =
      kept.get(file) ??
      read(file).catch((error: unknown) => {
        kept.delete(file);
        throw error;
      });
    kept.set(file, bytes);
    return bytes;
  };
}

const bytesOf = readOnce(readFile);

/** The bytes of a font; read once in the life of its thread, since the Korean and Japanese ones have 6 MB each. */
export function fontBytes(family: Family, weight: Weight): Promise<Buffer> {
  const [folder, name] = packages[family];
  return bytesOf(
    require.resolve(`@expo-google-fonts/${folder}/${weights[weight]}/${name}_${weights[weight]}.ttf`),
  );
}
