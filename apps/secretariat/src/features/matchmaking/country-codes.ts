/** The country codes in a text such as `KR, jp`; null when there is none, which means all. */
export const codesIn = (text: string): string[] | null => {
  const codes = text.toUpperCase().match(/\b[A-Z]{2}\b/g);
  return codes && [...new Set(codes)];
};
