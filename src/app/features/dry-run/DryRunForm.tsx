import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Radio } from '@zendeskgarden/react-forms';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import styled from 'styled-components';
import type { DryRunRequest } from '../../../contract/dryRun';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { CheckedInput } from './CheckedInput';
import { MadeUpFields } from './MadeUpFields';
import { CHECKED_FIELDS, toDryRunRequest } from './toDryRunRequest';
import type { CheckedField, DryRunDraft } from './toDryRunRequest';

type DryRunFormProps = { isBusy: boolean; onAsk: (request: DryRunRequest) => void };

const NOTHING: DryRunDraft = {
  kind: 'ticket',
  ticketId: '',
  accountId: '',
  channel: 'form',
  line: '',
  topic: '',
  at: '',
};

const KINDS = ['ticket', 'made_up'] as const;

const StyledForm = styled.form`
  display: grid;
  gap: 16px;
`;

/** Asks for a ticket, or for what a client might submit. A field that is filled in wrongly says so and takes the keyboard. */
export function DryRunForm({ isBusy, onAsk }: DryRunFormProps) {
  const { t } = useAdminI18n();
  const [draft, setDraft] = useState(NOTHING);
  const [wrong, setWrong] = useState<readonly CheckedField[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const change = (changes: Partial<DryRunDraft>) => {
    setDraft({ ...draft, ...changes });
    setWrong(wrong.filter((field) => !(field in changes)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = toDryRunRequest(draft);
    setWrong(asked.ok ? [] : asked.wrong);
    if (asked.ok) return onAsk(asked.request);
    const first = CHECKED_FIELDS.find((field) => asked.wrong.includes(field));
    form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };
  const fields = { draft, wrong, onChange: change };
  return (
    // The browser's own messages would be in the browser's language.
    <StyledForm ref={form} noValidate onSubmit={submit}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('dry_run.what')}</Fieldset.Legend>
        {KINDS.map((kind) => (
          <Field key={kind}>
            <Radio name="kind" checked={draft.kind === kind} onChange={() => change({ kind })}>
              <Field.Label isRegular>{t(`dry_run.kind.${kind}`)}</Field.Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {draft.kind === 'ticket' ? (
        <CheckedInput
          field="ticketId"
          label={t('dry_run.ticket')}
          inputMode="numeric"
          isRequired
          {...fields}
        />
      ) : (
        <MadeUpFields {...fields} />
      )}
      <div>
        <Button type="submit" isPrimary aria-disabled={isBusy}>
          {isBusy ? t('dry_run.trying') : t('dry_run.try')}
        </Button>
      </div>
    </StyledForm>
  );
}
