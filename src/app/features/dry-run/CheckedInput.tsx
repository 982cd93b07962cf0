import { Field, Input } from '@zendeskgarden/react-forms';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import type { CheckedField, DryRunDraft } from './toDryRunRequest';

/** What every field of the form gets. */
export type FieldProps = {
  draft: DryRunDraft;
  wrong: readonly CheckedField[];
  onChange: (changes: Partial<DryRunDraft>) => void;
};

type CheckedInputProps = FieldProps & {
  field: CheckedField;
  label: string;
  hint?: string;
  type?: 'text' | 'datetime-local';
  inputMode?: 'numeric';
  isRequired?: boolean;
};

/** A field that says what is wrong with it, and how it is mended, below itself. */
export function CheckedInput({ field, label, hint, isRequired = false, ...input }: CheckedInputProps) {
  const { draft, wrong, onChange, type = 'text', inputMode } = input;
  const { t } = useAdminI18n();
  const isWrong = wrong.includes(field);
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      {hint !== undefined && <Field.Hint>{hint}</Field.Hint>}
      <Input
        isCompact
        name={field}
        type={type}
        inputMode={inputMode}
        value={draft[field]}
        maxLength={40}
        autoComplete="off"
        aria-required={isRequired}
        {...(isWrong && { validation: 'error' })}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
      {isWrong && (
        <Field.Message validation="error" validationLabel={t('dry_run.wrong.label')}>
          {t(`dry_run.wrong.${field}`)}
        </Field.Message>
      )}
    </Field>
  );
}
