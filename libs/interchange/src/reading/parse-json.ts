import { unreadable } from './unreadable.ts';

/** The value of a JSON text; throws `import.unreadable` with what the parser found. */
export function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw unreadable('malformed', told, `The file is no valid JSON: ${told}. Export it again.`);
  }
}
