import { countryCodes } from '@forum/domain/people/country';
import { z } from 'zod';
import { isKeyed, noBody, type Route } from './route.ts';
import { problem } from './problem.ts';
import { routes } from './routes.ts';
import { countryCode } from './scalars.ts';

const json = 'application/json';

/** The API as an OpenAPI 3.1 document, told from the route table alone. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Forum', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: { schemas: { Problem: schemaOf(problem, 'output'), Country: country } },
  };
}

const country = { type: 'string', enum: countryCodes, description: 'ISO 3166-1 alpha-2, and XK for Kosovo' };

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Sent again with the same key, within a day and by the same person, the request is not done again but answered as before',
  schema: { type: 'string', pattern: '^[!-~]{1,100}$' },
};

function operation(name: string, route: Route): object {
  const [subject, id] = name.split('.');
  const problemAnswer = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    operationId: id,
    tags: [subject],
    summary: route.summary,
    'x-forum-action': route.action,
    parameters: [
      ...parameters('path', route.params),
      ...parameters('query', route.query),
      ...(isKeyed(route) ? [idempotencyKey] : []),
    ],
    ...requestBody(route),
    responses: { 200: { description: 'Done', content: answer(route) }, default: problemAnswer },
  };
}

function requestBody(route: Route): object {
  if (route.method === 'GET' || route.method === 'DELETE' || (route.body as unknown) === noBody) return {};
  if (route.accepts)
    return {
      requestBody: {
        required: true,
        content: { [route.accepts]: { schema: { type: 'string', format: 'binary' } } },
      },
    };
  const required = !route.body.safeParse(undefined).success;
  return { requestBody: { required, content: { [json]: { schema: schemaOf(route.body, 'input') } } } };
}

function answer(route: Route): object {
  if (route.produces) return { [route.produces]: { schema: { type: 'string' } } };
  return { [json]: { schema: schemaOf(route.response, 'output') } };
}

function parameters(place: 'path' | 'query', schema: z.ZodObject): object[] {
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !field.safeParse(undefined).success,
    schema: schemaOf(field as z.ZodType, 'input'),
  }));
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) === countryCode) referTo(jsonSchema, 'Country');
    },
  });
  return rest;
};

/** Puts a component in the place of what a schema says by itself. */
function referTo(schema: Record<string, unknown>, component: string): void {
  for (const key of Object.keys(schema)) Reflect.deleteProperty(schema, key);
  schema['$ref'] = `#/components/schemas/${component}`;
}
