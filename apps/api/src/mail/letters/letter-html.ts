import { footOf, type Frame } from './frame.ts';
import type { Letter, Part, Row } from './letter.ts';
import { darkStyles, lookOf } from './look.ts';

type Look = ReturnType<typeof lookOf>;

/** Text as HTML: nothing that somebody wrote becomes an element or leaves an attribute. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const element = (name: 'p' | 'div' | 'h1' | 'h2' | 'span', style: string, inner: string, kind = ''): string =>
  `<${name}${kind && ` class="${kind}"`} style="${style.replaceAll('"', '&#34;')}">${inner}</${name}>`;

/** A letter as one HTML page: no tables, no pictures from elsewhere, inline styles, and a dark side. */
export function letterAsHtml(letter: Letter, frame: Frame): string {
  const { sender, language } = frame;
  const look = lookOf(sender.accent);
  const head = [element('span', look.name, escaped(sender.short), 'accent'), escaped(sender.forum)].filter(
    Boolean,
  );
  const inner = [
    element('h1', look.title, escaped(letter.title), 'title'),
    ...letter.parts.map((part) => partAsHtml(part, look)),
    linkAsHtml(letter, frame, look),
  ].join('');
  const foot = footOf(frame).map((line) => element('p', look.footLine, escaped(line)));
  const sheet = [
    element('div', look.head, head.join(' · '), 'soft'),
    element('div', look.main, inner),
    element('div', look.foot, foot.join(''), 'soft foot'),
  ].join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(letter.subject)}</title><style>:root{color-scheme:light dark}${darkStyles(look.dark)}</style></head><body class="body" style="${look.body}">${element('div', look.sheet, sheet, 'sheet')}</body></html>\n`;
}

function linkAsHtml({ link }: Letter, { baseUrl }: Frame, look: Look): string {
  if (!link) return '';
  const address = escaped(`${baseUrl}${link.path}`);
  const button = `<a class="button" style="${look.button}" href="${address}">${escaped(link.label)}</a>`;
  return element('p', look.way, button) + element('p', look.address, address, 'soft');
}

function partAsHtml(part: Part, look: Look): string {
  switch (part.kind) {
    case 'text':
      return element('p', look.text, escaped(part.text));
    case 'code':
      return element('p', look.code, escaped(part.code), 'well');
    case 'verbatim':
      return element('div', look.verbatim, escaped(part.text), 'well');
    case 'quote':
      return element(
        'div',
        look.quote,
        element('p', look.by, escaped(part.by), 'soft') + element('p', look.said, escaped(part.text)),
        'quote',
      );
    case 'rows':
      return (
        (part.title ? element('h2', look.rowsTitle, escaped(part.title), 'title') : '') +
        element('div', look.rows, part.rows.map((row) => rowAsHtml(row, look)).join(''))
      );
  }
}

const rowAsHtml = ({ label, lines }: Row, look: Look): string =>
  element('p', look.label, escaped(label), 'soft') +
  lines.map((line) => element('p', look.value, escaped(line))).join('');
