import { cutDown } from '../../helpers/openapi/cutDown';
import { listReferences } from '../../helpers/openapi/listReferences';
import { readCopy, readOriginal } from '../../helpers/openapi/readDocument';
import { USED_PATHS } from '../../helpers/openapi/USED_PATHS';
import { validateRequest } from '../../helpers/openapi/validateRequest';
import { validateResponse } from '../../helpers/openapi/validateResponse';

const original = readOriginal();

describe('the copy of the vendor’s document', () => {
  if (original === undefined) {
    it('refers only to schemas that it holds', () => {
      const copy = readCopy();
      const missing = listReferences(copy).filter((name) => !(name in copy.components.schemas));
      expect(missing).toEqual([]);
      expect(Object.keys(copy.paths)).toEqual([...USED_PATHS]);
    });
  } else {
    it('is the cut of the original', () => {
      expect(readCopy()).toEqual(cutDown(original, USED_PATHS));
    });
  }
});

describe('validateResponse', () => {
  it('names what is wrong in an answer, by its place', () => {
    const body = { ticket: { id: '1', status: 'reopened' } };
    expect(validateResponse('GET', '/api/v2/tickets/1.json', 200, body)).toEqual([
      '/ticket/id must be integer',
      '/ticket/status must be equal to one of the allowed values',
    ]);
  });

  it('takes null where the document says nullable', () => {
    const body = { ticket: { id: 1, priority: null, assignee_id: null } };
    expect(validateResponse('GET', '/api/v2/tickets/1?include=users', 200, body)).toEqual([]);
  });

  it('does not know a path or a status that the document does not have', () => {
    expect(validateResponse('GET', '/api/v2/nothing', 200, {})).toHaveLength(1);
    expect(validateResponse('GET', '/api/v2/tickets/1', 418, {})).toHaveLength(1);
  });

  it('wants no body where the document gives none', () => {
    expect(validateResponse('DELETE', '/api/v2/tickets/1', 204, { ok: true })).toHaveLength(1);
    expect(validateResponse('DELETE', '/api/v2/tickets/1', 204, null)).toEqual([]);
  });
});

describe('validateRequest', () => {
  it('takes an update that sends only what changes', () => {
    const body = {
      ticket: {
        safe_update: true,
        updated_stamp: '2026-11-22T10:00:00Z',
        custom_fields: [{ id: 1, value: null }],
        comment: { body: 'Text', public: false },
      },
    };
    expect(validateRequest('PUT', '/api/v2/tickets/1.json', body)).toEqual([]);
  });

  it('names what is wrong in a request', () => {
    const body = { ticket: { updated_stamp: 'yesterday' } };
    expect(validateRequest('PUT', '/api/v2/tickets/1', body)).toEqual([
      '/ticket/updated_stamp must match format "date-time"',
    ]);
  });
});
