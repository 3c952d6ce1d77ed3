import type { Letter, Part } from './letter.ts';
import { footOf, type Frame } from './frame.ts';

/** A letter as plain text, for whoever reads no HTML. */
export function letterAsText(letter: Letter, frame: Frame): string {
  const link = letter.link && `${letter.link.label}:\n${frame.baseUrl}${letter.link.path}`;
  const blocks = [letter.title, ...letter.parts.map(partAsText), link, ['-- ', ...footOf(frame)].join('\n')];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function partAsText(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'verbatim':
      return part.text;
    case 'code':
      return `    ${part.code}`;
    case 'quote':
      return [`${part.by}:`, ...part.text.split('\n').map((line) => `> ${line}`)].join('\n');
    case 'rows':
      return [
        ...(part.title ? [part.title] : []),
        ...part.rows.map(({ label, lines }) =>
          lines.length === 1
            ? `${label}: ${lines[0]}`
            : [`${label}:`, ...lines.map((line) => `  ${line}`)].join('\n'),
        ),
      ].join('\n');
  }
}
