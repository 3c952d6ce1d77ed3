/** The most characters of what a firm has in the directory, and the most categories: forms and lists take no more. */
export const firmLimits = { name: 200, category: 160, categories: 40, website: 300, stand: 120 } as const;
