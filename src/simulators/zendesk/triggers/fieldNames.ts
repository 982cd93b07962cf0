/** The id in `custom_fields_<id>` or `ticket_fields_<id>` (zendesk.md 6.2), undefined for any other field. */
export function readCustomFieldId(field: string): string | undefined {
  return /^(?:custom|ticket)_fields_(\d+)$/.exec(field)?.[1];
}

/** The key in `requester.custom_fields.<key>` (zendesk.md 6.2), undefined for any other field. */
export function readUserFieldKey(field: string): string | undefined {
  return /^requester\.custom_fields\.(\w+)$/.exec(field)?.[1];
}
