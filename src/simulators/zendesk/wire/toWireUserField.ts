import type { SimUserField } from '../entities/SimUserField';

export function toWireUserField(field: SimUserField, baseUrl: string): Record<string, unknown> {
  const { custom_field_options: options, ...plain } = field;
  return {
    url: `${baseUrl}/api/v2/user_fields/${String(field.id)}.json`,
    ...plain,
    raw_title: field.title,
    raw_description: field.description,
    regexp_for_validation: null,
    system: false,
    ...(field.type === 'dropdown' && {
      custom_field_options: options.map((option) => ({ ...option, raw_name: option.name })),
    }),
  };
}
