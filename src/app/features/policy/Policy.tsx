import { Checkbox, Field } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { PolicyView } from '../../../contract/policyView';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { ReadingView } from '../../shared/reading/ReadingView';
import { ReloadButton } from '../../shared/reading/ReloadButton';
import { useReading } from '../../shared/reading/useReading';
import { PolicyFile } from './PolicyFile';
import { PolicyGroups } from './PolicyGroups';

type PolicyProps = { readPolicy: () => Promise<PolicyView> };

/** The policy that the bridge works by: what each key means, what it says, and where it differs from the published rules. */
export function Policy({ readPolicy }: PolicyProps) {
  const { t, format } = useAdminI18n();
  const view = useReading(['policy'], readPolicy);
  const [isShort, setIsShort] = useState(false);
  return (
    <ReadingView reading={view} barCount={12}>
      {(data) => (
        <>
          <p>{t('policy.in_force', { when: format.dayAndTime(data.readAt) })}</p>
          <PolicyFile view={data} />
          <ReloadButton reading={view} label={t('policy.reload')} />
          <Field>
            <Checkbox checked={isShort} onChange={() => setIsShort(!isShort)}>
              <Field.Label isRegular style={{ overflowWrap: 'anywhere' }}>
                {t('policy.only_differences', { number: format.credits(data.differences.length) })}
              </Field.Label>
            </Checkbox>
          </Field>
          {isShort && data.differences.length === 0 && <p>{t('policy.no_differences')}</p>}
          <PolicyGroups view={data} isShort={isShort} />
        </>
      )}
    </ReadingView>
  );
}
