const regionCodes = Array.from({ length: 26 * 26 }, (_, i) =>
  String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
);

/** Every country that the reader's language has a name for, in its order. */
export function countryOptions(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const isCountry = (code: string) =>
    !/^(EU|EZ|UN|QO|X[A-Z]|ZZ|A[CN]|BU|C[PQST]|D[DGY]|EA|FX|HV|IC|N[HQTU]|NT|P[CUYZ]|RH|SU|T[AP]|UK|V[D]|WK|Y[DU]|ZR|J[T]|M[I]|F[Q]|C[P])$/.test(
      code,
    );
  return regionCodes
    .filter(isCountry)
    .flatMap((code) => {
      const name = names.of(code);
      return name ? [{ code, name }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
