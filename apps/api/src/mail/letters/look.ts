/** Colours of an edition by its accent, as on its screens: on paper and in the dark (`accents.css`). */
const accents: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  slate: ['#44546a', '#a9b9cf'],
  jade: ['#006a4c', '#55d0a6'],
  blue: ['#1b4aa3', '#90b6ff'],
  vermilion: ['#b92b16', '#ff937f'],
  ochre: ['#795510', '#dcb663'],
  saffron: ['#a34a00', '#ffab5c'],
};

const fonts = `'Noto Sans', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Nirmala UI', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif`;

/** The inline styles of a letter in the edition's look; inline, because many readers drop everything else. */
export function lookOf(accent: string) {
  const [colour, dark] = accents[accent] ?? accents['slate']!;
  const reset = 'margin:0;';
  return {
    dark,
    body: `${reset}padding:0;background:#f3f4f5;color:#16181b;font-family:${fonts};font-size:16px;line-height:1.6;-webkit-text-size-adjust:100%;word-break:keep-all;overflow-wrap:anywhere`,
    sheet: `max-width:600px;margin:0 auto;background:#ffffff;border-top:4px solid ${colour}`,
    head: `padding:20px 24px 0;font-size:14px;line-height:1.4;color:#5b626b`,
    name: `font-weight:700;color:${colour}`,
    main: 'padding:12px 24px 24px',
    title: `${reset}padding:4px 0 8px;font-size:22px;line-height:1.35;font-weight:700;color:#16181b`,
    text: `${reset}padding:8px 0`,
    rows: `${reset}padding:12px 0`,
    rowsTitle: `${reset}padding:16px 0 0;font-size:16px;line-height:1.4;font-weight:700`,
    label: `${reset}padding:8px 0 0;font-size:14px;line-height:1.4;color:#5b626b`,
    value: `${reset}padding:0;font-variant-numeric:tabular-nums`,
    quote: `margin:12px 0;padding:4px 0 4px 16px;border-left:4px solid ${colour}`,
    by: `${reset}font-size:14px;line-height:1.4;color:#5b626b`,
    said: `${reset}white-space:pre-wrap`,
    code: `margin:12px 0;padding:16px;background:#f3f4f5;border-radius:8px;font-size:28px;line-height:1.2;font-weight:700;letter-spacing:2px;text-align:center;font-variant-numeric:tabular-nums`,
    verbatim: `margin:12px 0;padding:12px;background:#f3f4f5;border-radius:8px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;line-height:1.5;white-space:pre-wrap`,
    way: `${reset}padding:16px 0 4px`,
    button: `display:inline-block;padding:12px 20px;border-radius:8px;background:${colour};color:#ffffff;font-weight:700;text-decoration:none`,
    address: `${reset}padding:8px 0 0;font-size:13px;line-height:1.4;color:#5b626b;word-break:break-all`,
    foot: `padding:16px 24px 24px;border-top:1px solid #d9dce0;font-size:13px;line-height:1.5;color:#5b626b`,
    footLine: reset,
  };
}

/** The dark side, for readers that know it; the others keep the light one. */
export const darkStyles = (accent: string): string =>
  `@media (prefers-color-scheme:dark){.body{background:#0c0d0f!important;color:#eceef1!important}.sheet{background:#16181b!important;border-top-color:${accent}!important}.title{color:#eceef1!important}.soft{color:#a4abb5!important}.accent{color:${accent}!important}.quote{border-left-color:${accent}!important}.well{background:#0c0d0f!important;color:#eceef1!important}.button{background:${accent}!important;color:#0c0d0f!important}.foot{border-top-color:#33383f!important}}`;
