import { resolveReferences } from './html-references.ts';

const BLOCK = /<(p|br|div|ul|ol|li|h[1-6]|blockquote)[\s/>]/i;
const TAG = /<(\/?)([a-z][a-z0-9]*)(\s[^<>]*)?\/?>/gi;

/**
 * The text of an abstract that may be HTML: pretalx writes paragraphs and lists as such, and a screen that shows text
 * as text would show the tags. Paragraphs become empty lines, list items begin with a bullet, a link's address stands
 * after it in brackets. A text without any block element stays as it is, since `a < b` is no HTML.
 */
export function plainText(text: string): string {
  if (!BLOCK.test(text)) return text;
  let link = { address: '', from: 0 };
  const told = text.replace(
    TAG,
    (tag, slash: string, name: string, attributes: string | undefined, at: number) => {
      const opens = slash === '';
      if (name.toLowerCase() !== 'a') return breakFor(name.toLowerCase(), opens);
      if (opens) link = { address: addressIn(attributes ?? ''), from: at + tag.length };
      return opens || !link.address || text.slice(link.from, at) === link.address ? '' : ` (${link.address})`;
    },
  );
  return resolveReferences(told)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n{1,2}(?=• )/g, '\n')
    .trim();
}

function breakFor(name: string, opens: boolean): string {
  if (name === 'br') return '\n';
  if (name === 'li') return opens ? '\n• ' : '';
  return /^(p|div|ul|ol|h[1-6]|blockquote)$/.test(name) ? '\n\n' : '';
}

function addressIn(attributes: string): string {
  return /\bhref\s*=\s*["'](https?:[^"']+)["']/i.exec(attributes)?.[1] ?? '';
}
