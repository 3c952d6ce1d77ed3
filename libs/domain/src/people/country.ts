/** The second letters of the countries' codes by the first, so that every first route can afford them. */
const seconds: Readonly<Record<string, string>> = {
  A: 'DEFGILMOQRSTUWXZ',
  B: 'ABDEFGHIJLMNOQRSTVWYZ',
  C: 'ACDFGHIKLMNORUVWXYZ',
  D: 'EJKMOZ',
  E: 'CEGHRST',
  F: 'IJKMOR',
  G: 'ABDEFGHILMNPQRSTUWY',
  H: 'KMNRTU',
  I: 'DELMNOQRST',
  J: 'EMOP',
  K: 'EGHIMNPRWYZ',
  L: 'ABCIKRSTUVY',
  M: 'ACDEFGHKLMNOPQRSTUVWXYZ',
  N: 'ACEFGILOPRUZ',
  O: 'M',
  P: 'AEFGHKLMNRSTWY',
  Q: 'A',
  R: 'EOSUW',
  S: 'ABCDEGHIJKLMNORSTVXYZ',
  T: 'CDFGHJKLMNORTVWZ',
  U: 'AGMSYZ',
  V: 'ACEGINU',
  W: 'FS',
  X: 'K',
  Y: 'ET',
  Z: 'AMW',
};

/**
 * Whether a text is the code of a country: ISO 3166-1 alpha-2 as assigned (249 codes), and XK, by which the Union and the
 * locale data know Kosovo. Not so `UK` and `EU`, which are reserved, codes of former states, or any in small letters.
 */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && (seconds[code.charAt(0)]?.includes(code.charAt(1)) ?? false);

/** The codes of all countries, in order. */
export const countryCodes: readonly string[] = Object.entries(seconds).flatMap(([first, letters]) =>
  [...letters].map((second) => first + second),
);
