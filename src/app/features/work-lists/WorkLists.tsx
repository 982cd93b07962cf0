import { Table } from '@zendeskgarden/react-tables';
import type { WorkCounts } from '../../../contract/workPage';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { ReadingView } from '../../shared/reading/ReadingView';
import { useReading } from '../../shared/reading/useReading';

type WorkListsProps = { readCounts: () => Promise<WorkCounts> };

/** What waits for somebody, by its kind. */
export function WorkLists({ readCounts }: WorkListsProps) {
  const { t, format } = useAdminI18n();
  const counts = useReading(['work'], readCounts);
  return (
    <ReadingView reading={counts}>
      {({ counts: kinds }) => (
        <Table size="small">
          <Table.Body>
            {kinds.map(({ kind, count }) => (
              <Table.Row key={kind}>
                <Table.Cell>{t(`work.kind.${kind}`)}</Table.Cell>
                <Table.Cell>{format.credits(count)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </ReadingView>
  );
}
