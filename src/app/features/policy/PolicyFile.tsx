import { Alert } from '@zendeskgarden/react-notifications';
import styled from 'styled-components';
import type { PolicyFileView, PolicyView } from '../../../contract/policyView';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { toKeyName } from './toKeyName';
import { toPolicyLines } from './toPolicyLines';

const StyledLines = styled.ul`
  margin: 4px 0;
  padding-inline-start: 20px;
  overflow-wrap: anywhere;
`;

const TONES = {
  none: 'info',
  same: 'success',
  other: 'warning',
  broken: 'error',
  unreadable: 'error',
} as const satisfies Record<PolicyFileView['state'], string>;

/** What the file of the policy says now, and what that means for the bridge, which goes on with what it has. */
export function PolicyFile({ view }: { view: PolicyView }) {
  const { t } = useAdminI18n();
  const { file } = view;
  return (
    <Alert type={TONES[file.state]} role="status">
      <Alert.Title>{t(`policy.file.${file.state}.title`)}</Alert.Title>
      {t(`policy.file.${file.state}.text`)}
      {file.state === 'other' && <Changes view={view} file={file} />}
      {file.state === 'broken' && <Problems file={file} />}
    </Alert>
  );
}

function Changes({ view, file }: { view: PolicyView; file: Extract<PolicyFileView, { state: 'other' }> }) {
  const speech = useAdminI18n();
  const { t } = speech;
  return (
    <StyledLines>
      {file.changes.map((key) => (
        <li key={key}>
          {t('policy.change', {
            meaning: t(`policy.meaning.${toKeyName(key)}`),
            from: toPolicyLines(key, view.policy, speech).join('; '),
            to: toPolicyLines(key, file.policy, speech).join('; '),
          })}{' '}
          <code>{key}</code>
        </li>
      ))}
    </StyledLines>
  );
}

function Problems({ file }: { file: Extract<PolicyFileView, { state: 'broken' }> }) {
  const { t } = useAdminI18n();
  return (
    <StyledLines>
      {file.problems.map(({ key, code, values }) => (
        <li key={`${key} ${code}`}>
          {key !== '' && <code>{key}</code>} {t(`policy.problem.${code}`, { values: values.join(', ') })}
        </li>
      ))}
      {file.isCut && <li>{t('policy.more_problems')}</li>}
    </StyledLines>
  );
}
