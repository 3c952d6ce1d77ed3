/** Browser and system out of what the browser says of itself. */
export function deviceName(device: string, unknown: string): string {
  const browser = /(Firefox|Edg|Chrome|Safari)/.exec(device)?.[1] ?? unknown;
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(device)?.[1];
  return [browser.replace('Edg', 'Edge'), system].filter(Boolean).join(' · ');
}
