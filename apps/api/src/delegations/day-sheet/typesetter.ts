import PDFDocument from 'pdfkit';
import { families, type Family, fontBytes, type Weight } from './fonts.ts';
import { drawable, leftOut, type ScriptRun, scriptRuns } from './script-runs.ts';
import { inVisualOrder, piecesOf } from './visual-order.ts';

/** How a piece of text looks. */
export interface TextStyle {
  size: number;
  weight?: Weight;
  colour?: string;
  language?: string | null;
  isStruck?: boolean;
}

interface Word {
  runs: ScriptRun[];
  width: number;
  isSpace: boolean;
}

const lineHeight = 1.42;

/** Characters of Chinese and Japanese may each begin a line, with the punctuation that follows them; words may not be cut. */
const unit =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー][、。，．）」』】・]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** Sets text of several scripts into lines on the pages of a PDF; pdfkit knows one font at a time. */
export class Typesetter {
  private constructor(readonly document: PDFKit.PDFDocument) {}

  static async open(options: PDFKit.PDFDocumentOptions): Promise<Typesetter> {
    const document = new PDFDocument({ ...options, font: undefined as never });
    for (const family of families) {
      for (const weight of ['regular', 'bold'] as const) {
        document.registerFont(`${family}-${weight}`, await fontBytes(family, weight));
      }
    }
    return new Typesetter(document);
  }

  /** A text as it is drawn: what no font here has a letter for is said to be left out, never drawn as an empty box. */
  drawn(text: string, { weight = 'regular', language = null }: Omit<TextStyle, 'size'>): string {
    return scriptRuns(drawable(text), language)
      .map(({ family, text: run }) =>
        [...run].map((letter) => (this.#hasLetter(family, weight, letter) ? letter : leftOut)).join(''),
      )
      .join('')
      .replace(/(?:\[…\])+/g, leftOut);
  }

  #hasLetter(family: Family, weight: Weight, letter: string): boolean {
    if (/[\s\p{Default_Ignorable_Code_Point}]/u.test(letter)) return true;
    const { _font } = this.document.font(`${family}-${weight}`) as unknown as {
      _font: { font: { hasGlyphForCodePoint(point: number): boolean } };
    };
    return _font.font.hasGlyphForCodePoint(letter.codePointAt(0)!);
  }

  /** How high a text stands in a column. */
  heightOf(text: string, width: number, style: TextStyle): number {
    return this.#lines(text, width, style).length * style.size * lineHeight;
  }

  /** Draws a text from a point downwards and returns where the next line would begin. */
  draw(
    text: string,
    at: { x: number; y: number; width: number; align?: 'left' | 'right' },
    style: TextStyle,
  ): number {
    let { y } = at;
    for (const line of this.#lines(text, at.width, style)) {
      const width = line.reduce((sum, word) => sum + word.width, 0);
      const x = at.align === 'right' ? at.x + at.width - width : at.x;
      this.#drawLine(line, x, y, style);
      if (style.isStruck) {
        const middle = y + style.size * 0.75;
        this.document
          .moveTo(x, middle)
          .lineTo(x + width, middle)
          .lineWidth(0.7)
          .stroke(style.colour ?? '#000');
      }
      y += style.size * lineHeight;
    }
    return y;
  }

  #drawLine(line: readonly Word[], x: number, y: number, style: TextStyle): void {
    const baseline = y + style.size * 1.08;
    let at = x;
    this.document.fillColor(style.colour ?? '#000');
    for (const run of inVisualOrder(line.flatMap((word) => word.runs))) {
      const width = this.#widthOf(run, style);
      this.document.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += width;
    }
  }

  #lines(text: string, width: number, style: TextStyle): Word[][] {
    const lines: Word[][] = [[]];
    let filled = 0;
    const words = [...this.drawn(text, style).matchAll(unit)].flatMap(([piece]) =>
      this.#words(piece, width, style),
    );
    for (const word of words) {
      if (filled + word.width > width && filled > 0 && !word.isSpace) {
        lines.push([]);
        filled = 0;
      }
      if (word.isSpace && filled === 0) continue;
      lines.at(-1)?.push(word);
      filled += word.width;
    }
    return lines;
  }

  /** One word, or, where it is wider than the column, its characters. */
  #words(piece: string, width: number, style: TextStyle): Word[] {
    const word = this.#word(piece, style);
    if (word.width <= width || word.isSpace) return [word];
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(piece);
    return [...graphemes].map(({ segment }) => this.#word(segment, style));
  }

  #word(piece: string, style: TextStyle): Word {
    const isSpace = piece.trim() === '';
    const runs = scriptRuns(isSpace ? ' ' : piece, style.language ?? null).flatMap(({ family, text }) =>
      piecesOf(text).map((part) => ({ family, text: part })),
    );
    return { runs, width: runs.reduce((sum, run) => sum + this.#widthOf(run, style), 0), isSpace };
  }

  /** Leaves the font of the run set. */
  #widthOf({ family, text }: ScriptRun, { size, weight = 'regular' }: TextStyle): number {
    return this.document.font(`${family}-${weight}`, size).widthOfString(text);
  }
}
