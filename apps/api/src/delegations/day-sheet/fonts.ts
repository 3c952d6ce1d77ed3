import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

const require = createRequire(import.meta.url);

/** A family of the Noto Sans fonts (SIL Open Font License 1.1) that draws some of the scripts. */
export type Family = 'latin' | 'korean' | 'japanese' | 'devanagari' | 'arabic' | 'hebrew' | 'thai';

/** How heavy letters are. */
export type Weight = 'regular' | 'bold';

const expo = (folder: string, name: string) => (weight: Weight) => {
  const cut = { regular: '400Regular', bold: '600SemiBold' }[weight];
  return `@expo-google-fonts/${folder}/${cut}/${name}_${cut}.ttf`;
};

/** The part of a family that draws one script alone, as a twentieth of the bytes. */
const fontsource = (script: string) => (weight: Weight) =>
  `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-${{ regular: 400, bold: 600 }[weight]}-normal.woff`;

const files: Record<Family, (weight: Weight) => string> = {
  latin: expo('noto-sans', 'NotoSans'),
  korean: expo('noto-sans-kr', 'NotoSansKR'),
  japanese: expo('noto-sans-jp', 'NotoSansJP'),
  devanagari: expo('noto-sans-devanagari', 'NotoSansDevanagari'),
  arabic: fontsource('arabic'),
  hebrew: fontsource('hebrew'),
  thai: fontsource('thai'),
};

/** The families, in the order in which they are offered to a document. */
export const families = Object.keys(files) as readonly Family[];

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
  return bytesOf(require.resolve(files[family](weight)));
}
