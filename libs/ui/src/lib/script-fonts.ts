/**
 * Loads the faces of Hangul, Hanja, Kana and Devanagari once the first screen stands: names in these scripts occur in
 * every language, but the long tables of their subsets need not hold up the first paint. The browser then fetches only
 * the subsets that a screen uses.
 */
export function loadScriptFonts(): void {
  const load = () => {
    void import('@fontsource-variable/noto-sans-kr/index.css');
    void import('@fontsource-variable/noto-sans-devanagari/index.css');
  };
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 200);
}
