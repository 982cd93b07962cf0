import { Tag } from '@zendeskgarden/react-tags';
import type { WorkPageKind } from '../../../contract/workPage';
import { Disclosure } from '../../shared/disclosure/Disclosure';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { WorkItems } from './WorkItems';
import type { WorkCalls } from './WorkLists';

type WorkKindProps = {
  kind: WorkPageKind;
  count: number;
  /** Changes when everything is to be read anew. */
  reading: number;
  calls: WorkCalls;
};

/** One kind of work: how much there is, what it means and what to do, and below, once it is opened, each ticket. */
export function WorkKind({ kind, count, reading, calls }: WorkKindProps) {
  const { t, format } = useAdminI18n();
  return (
    <Disclosure
      heading={t(`work.kind.${kind}`)}
      note={t(`work.hint.${kind}`)}
      badge={
        <Tag isPill size="small" {...(count > 0 && { hue: 'blue' })} style={{ marginInlineEnd: 8 }}>
          <span>{format.credits(count)}</span>
        </Tag>
      }
    >
      {() => <WorkItems kind={kind} reading={reading} calls={calls} />}
    </Disclosure>
  );
}
