/** Browser and system out of what the browser says of itself, never the rest, which is any text; null when it says neither. */
export function deviceName(agent: string): string | null {
  const browser = /(Firefox|Edg|Chrome|Safari)/.exec(agent)?.[1]?.replace('Edg', 'Edge');
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(agent)?.[1];
  return [browser, system].filter(Boolean).join(' · ') || null;
}
