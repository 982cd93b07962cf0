import { Field, Select } from '@zendeskgarden/react-forms';
import type { ReactNode } from 'react';
import { CHANNELS } from '../../../domain/line/decideLineAtSubmit';
import { LINES } from '../../../domain/line/line';
import { TOPICS } from '../../../domain/tickets/ticketSubject';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { CheckedInput } from './CheckedInput';
import type { FieldProps } from './CheckedInput';

/** What a client might submit: who, by which way, what they chose in the form, and when. */
export function MadeUpFields(fields: FieldProps) {
  const { t } = useAdminI18n();
  const isForm = fields.draft.channel === 'form';
  return (
    <>
      <CheckedInput
        field="accountId"
        label={t('dry_run.account')}
        hint={t('dry_run.account_hint')}
        inputMode="numeric"
        {...fields}
      />
      <Choice name="channel" label={t('dry_run.channel.label')} {...fields}>
        {CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {t(`dry_run.channel.${channel}`)}
          </option>
        ))}
      </Choice>
      {isForm && (
        <>
          <Choice name="line" label={t('dry_run.line')} {...fields}>
            <option value="">{t('dry_run.nothing_chosen')}</option>
            {LINES.map((line) => (
              <option key={line} value={line}>
                {t(`line.${line}`)}
              </option>
            ))}
          </Choice>
          <Choice name="topic" label={t('dry_run.topic')} {...fields}>
            <option value="">{t('dry_run.nothing_chosen')}</option>
            {TOPICS.map((topic) => (
              <option key={topic} value={topic}>
                {t(`subject.topic.${topic}`)}
              </option>
            ))}
          </Choice>
        </>
      )}
      <CheckedInput
        field="at"
        label={t('dry_run.at')}
        hint={t('dry_run.at_hint')}
        type="datetime-local"
        {...fields}
      />
    </>
  );
}

type ChoiceProps = FieldProps & { name: 'channel' | 'line' | 'topic'; label: string; children: ReactNode };

function Choice({ name, label, draft, onChange, children }: ChoiceProps) {
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Select
        isCompact
        name={name}
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      >
        {children}
      </Select>
    </Field>
  );
}
