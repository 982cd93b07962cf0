import { isRecord } from './isRecord.mjs';

/**
 * Problems of one translation file: a private app needs `app.name`, and each parameter that is spoken of needs a
 * label (zendesk.md 3).
 * @param {string} path
 * @param {unknown} translation
 * @param {readonly string[]} parameterNames
 * @returns {string[]}
 */
export function checkTranslation(path, translation, parameterNames) {
  const app = isRecord(translation) ? translation['app'] : undefined;
  if (!isRecord(app)) return [`${path}: the block "app" is missing.`];
  const problems = [];
  if (typeof app['name'] !== 'string' || app['name'] === '') problems.push(`${path}: app.name is missing.`);
  const parameters = isRecord(app['parameters']) ? app['parameters'] : {};
  for (const name of parameterNames) {
    const { label } = Object(parameters[name]);
    if (typeof label !== 'string' || label === '') {
      problems.push(`${path}: app.parameters.${name}.label is missing.`);
    }
  }
  return problems;
}
