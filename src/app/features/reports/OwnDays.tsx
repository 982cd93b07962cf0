import { Field, Input } from '@zendeskgarden/react-forms';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import type { ReportFilters } from './toReportQuery';

type OwnDaysProps = {
  filters: ReportFilters;
  /** What is wrong with the days; undefined: nothing. */
  message: string | undefined;
  onChange: (changes: Partial<ReportFilters>) => void;
};

const ENDS = ['from', 'to'] as const;

/** The first and the last day of a report, both counted. */
export function OwnDays({ filters, message, onChange }: OwnDaysProps) {
  const { t } = useAdminI18n();
  return ENDS.map((end) => (
    <Field key={end}>
      <Field.Label>{t(`reports.${end}`)}</Field.Label>
      <Input
        isCompact
        type="date"
        value={filters[end]}
        {...(message !== undefined && { validation: 'error' })}
        onChange={(event) => onChange({ [end]: event.target.value })}
      />
      {message !== undefined && end === 'to' && (
        <Field.Message role="alert" validation="error" validationLabel={t('dry_run.wrong.label')}>
          {message}
        </Field.Message>
      )}
    </Field>
  ));
}
