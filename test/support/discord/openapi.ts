// Discord's own description of what it takes, where it is at hand: https://github.com/discord/discord-api-spec

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const file = fileURLToPath(new URL('../../../../shared/spec/discord-openapi.json', import.meta.url));

/** Why tests go without it, or `undefined` where it is there. */
export const openApiMissing = existsSync(file) ? undefined : 'Discord’s OpenAPI description is not at hand';

const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
addFormats.default(ajv, ['uri', 'date-time', 'int32', 'int64', 'double', 'float']);
for (const format of ['snowflake', 'nonce']) ajv.addFormat(format, true);

const validators = new Map<string, ValidateFunction>();

/** What the named schema has against the body; empty where the description is not there. */
export function brokenSchema(schema: string, body: unknown): string[] {
  if (openApiMissing !== undefined) return [];
  if (ajv.getSchema('discord') === undefined)
    ajv.addSchema({ ...JSON.parse(readFileSync(file, 'utf8')), $id: 'discord' });
  let validate = validators.get(schema);
  if (validate === undefined) {
    validate = ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
    validators.set(schema, validate);
  }
  if (validate(body)) return [];
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${schema}${instancePath} ${message}`);
}
