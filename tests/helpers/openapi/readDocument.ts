import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from './OpenApiDocument';

const PROJECT = join(__dirname, '../../..');
const ORIGINAL = join(PROJECT, '../shared/reference/zendesk-openapi.json');
const COPY = join(PROJECT, 'tests/fixtures/zendesk-openapi.json');

/** The vendor's document as published, where the machine has it beside the project. */
export function readOriginal(): OpenApiDocument | undefined {
  return existsSync(ORIGINAL) ? readJson(ORIGINAL) : undefined;
}

/** The part of it that travels with the project. */
export function readCopy(): OpenApiDocument {
  return readJson(COPY);
}

function readJson(path: string): OpenApiDocument {
  return JSON.parse(readFileSync(path, 'utf8')) as OpenApiDocument;
}
