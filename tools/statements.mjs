import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Holds every statement of the API against the row that its code declares for it (`query<Row>(…)`): the names of the
 * columns, their types, and whether they may be null. What the statements return was written down by the tests that ran
 * them, see apps/api/src/testing/statements. A statement that no test ran is a failure too.
 */
export function checkStatements(folder) {
  const ran = readStatements(folder);
  const calls = findCalls();
  const failures = [];
  for (const call of calls) {
    const statements = ran.get(call.place);
    if (!statements) failures.push(`${call.place} was run by no test`);
    else if (call.row) for (const statement of statements) failures.push(...misfits(call, statement));
  }
  return { checked: calls.length, failures: [...new Set(failures)] };
}

/** By place. One that several workers ran stands there as often. */
function readStatements(folder) {
  const ran = new Map();
  for (const file of readdirSync(folder))
    for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean)) {
      const statement = JSON.parse(line);
      ran.set(statement.place, [...(ran.get(statement.place) ?? []), statement]);
    }
  return ran;
}

/** Every call of `query`, `rows` and `row` of the API's database, with the members of the row that it declares. */
function findCalls() {
  const config = ts.getParsedCommandLineOfConfigFile(
    'apps/api/tsconfig.json',
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const program = ts.createProgram(config.fileNames, config.options);
  const checker = program.getTypeChecker();
  const calls = [];
  for (const source of program.getSourceFiles()) {
    const file = path.relative(process.cwd(), source.fileName).replaceAll(path.sep, '/');
    if (!file.startsWith('apps/api/src/') || /\.spec\.ts$|\/testing\/|\/database\/database\.ts$/.test(file))
      continue;
    const visit = (node) => {
      ts.forEachChild(node, visit);
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const { name } = node.expression;
      if (!['query', 'rows', 'row'].includes(name.text)) return;
      const declaration = checker.getSymbolAtLocation(name)?.declarations?.[0];
      if (!declaration?.getSourceFile().fileName.endsWith('/database/database.ts')) return;
      const { line, character } = source.getLineAndCharacterOfPosition(name.getStart());
      calls.push({ place: `${file}:${line + 1}:${character + 1}`, ...rowOf(checker, node) });
    };
    visit(source);
  }
  return calls;
}

/** The row by the type of the answer, `Promise<Row[]>` or `Promise<Row | null>`; null where none is declared. */
function rowOf(checker, call) {
  const answer = checker.getTypeArguments(checker.getTypeAtLocation(call))[0];
  const element = checker.isArrayType(answer)
    ? checker.getTypeArguments(answer)[0]
    : checker.getNonNullableType(answer);
  if (!element || checker.getPropertiesOfType(element).length === 0) return { row: null };
  const row = checker.getPropertiesOfType(element).map((property) => {
    const type = checker.getTypeOfSymbol(property);
    return {
      name: property.name,
      isOptional: Boolean(property.flags & ts.SymbolFlags.Optional),
      kinds: kindsOf(checker, type),
      said: checker.typeToString(type),
    };
  });
  // A generic function may be given a statement that returns more.
  const isOpen = typeParametersAround(call).some((name) =>
    new RegExp(`\\b${name}\\b`).test(checker.typeToString(element)),
  );
  return { row, isOpen };
}

function typeParametersAround(node) {
  if (!node) return [];
  return [...(node.typeParameters ?? []).map(({ name }) => name.text), ...typeParametersAround(node.parent)];
}

/** Of what kinds a value may be: `string`, `number`, `boolean`, `Date`, `bytes`, `array`, `object`, `null`, or `any`. */
function kindsOf(checker, type) {
  const bound =
    type.flags & ts.TypeFlags.Instantiable ? (checker.getBaseConstraintOfType(type) ?? type) : type;
  const parts = bound.isUnion() ? bound.types : [bound];
  return new Set(parts.map((part) => kindOf(checker, part)));
}

function kindOf(checker, type) {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return 'any';
  if (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) return 'null';
  if (flags & ts.TypeFlags.StringLike) return 'string';
  if (flags & ts.TypeFlags.NumberLike) return 'number';
  if (flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.StringLike)) return 'string';
  if (checker.isArrayLikeType(type)) return 'array';
  const name = type.getSymbol()?.name;
  if (name === 'Date') return 'Date';
  if (name === 'Buffer' || name?.startsWith('Uint8Array')) return 'bytes';
  return 'object';
}

/** What the driver makes of PostgreSQL's types; what is not here is a string. */
const made = {
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  real: 'number',
  'double precision': 'number',
  'timestamp with time zone': 'Date',
  'timestamp without time zone': 'Date',
  date: 'Date',
  bytea: 'bytes',
  json: 'any',
  jsonb: 'any',
};

/** Columns that are not null in any row that is asked for with a type that says so, and what sees to it. */
const keptFromNull = {
  'delegate.category': 'delegate_submits_with_category',
  'aide.edition_id': 'aide_has_edition',
  // Only firms have teams so far.
  'team.firm_id': 'team_of_one_party',
};

const isKeptFromNull = (column, sql) =>
  column in keptFromNull || new RegExp(`${column.split('.')[1]} is not null`).test(sql);

function misfits({ place, row, isOpen }, { sql, columns, nulls }) {
  const found = [];
  const declared = new Map(row.map((member) => [member.name, member]));
  const returned = new Map(columns.map((column) => [column.name, column]));
  for (const { name, isOptional } of row)
    if (!returned.has(name) && !isOptional)
      found.push(`${place} declares ${name}, which its statement does not return`);
  for (const { name, type, of, isNullable } of columns) {
    const member = declared.get(name);
    if (!member) {
      if (!isOpen) found.push(`${place} returns ${name}, which its row does not declare`);
      continue;
    }
    const { kinds, said } = member;
    if (kinds.has('any')) continue;
    const kind = type.endsWith('[]') ? 'array' : (made[type] ?? 'string');
    if (kind !== 'any' && !kinds.has(kind))
      found.push(`${place} declares ${name}: ${said}, but it is ${type}`);
    if (nulls.includes(name) && !kinds.has('null'))
      found.push(`${place} declares ${name}: ${said}, but it was null`);
    else if (isNullable && !kinds.has('null') && !isKeptFromNull(of, sql))
      found.push(`${place} declares ${name}: ${said}, but the column may be null`);
  }
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const { checked, failures } = checkStatements(process.argv[2]);
  process.stdout.write(`${failures.join('\n')}\n${checked} statements, ${failures.length} failures\n`);
}
