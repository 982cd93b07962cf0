/** A piece of JSON Schema in the form of OpenAPI 3.0. */
export type Schema = { [key: string]: unknown };

export type Operation = {
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
};

/** The parts of an OpenAPI document that contract tests read. */
export type OpenApiDocument = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
