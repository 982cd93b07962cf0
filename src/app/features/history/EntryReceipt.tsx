import { getColor } from '@zendeskgarden/react-theming';
import { Skeleton } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';
import useSWR from 'swr';
import type { Receipt } from '../../../contract/receipt';
import { useMoreI18n } from '../../shared/i18n/moreI18n';
import { useNames } from '../../shared/people/useNames';
import { listPeople } from './toActorWords';
import { toReceiptLines } from './toReceiptLines';

type EntryReceiptProps = {
  entryKey: string;
  readReceipt: (entryKey: string) => Promise<Receipt>;
};

const StyledReceipt = styled.ul`
  margin: 4px 0;
  padding: 6px 8px;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background-color: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  list-style: none;
  overflow-wrap: anywhere;
`;

/** What paid for a credit, what took it, and what came back. */
export function EntryReceipt({ entryKey, readReceipt }: EntryReceiptProps) {
  const i18n = useMoreI18n();
  const { t } = i18n;
  const { data, error } = useSWR<Receipt, unknown>(['receipt', entryKey], () => readReceipt(entryKey), {
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  });
  const names = useNames(data ? listReceiptPeople(data) : []);
  if (error !== undefined) return <div role="alert">{t('history.failed')}</div>;
  if (!data) return <Skeleton height="32px" />;
  return (
    <StyledReceipt role="list" aria-label={t('history.receipt')}>
      {toReceiptLines(data, names, i18n).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </StyledReceipt>
  );
}

function listReceiptPeople(receipt: Receipt): string[] {
  const handedOver = receipt.proof?.kind === 'handed_over' ? [receipt.proof.userId] : [];
  return [
    ...handedOver,
    ...(receipt.kind === 'movement' && receipt.refund ? listPeople(receipt.refund.actor) : []),
  ];
}
