import styled from 'styled-components';
import { MAX_REPORT_DAYS, REPORT_NAMES } from '../../../contract/reports';
import { PRODUCTS } from '../../../domain/tickets/ticketSubject';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { FilterChoice } from './FilterChoice';
import { OwnDays } from './OwnDays';
import { ALL_PRODUCTS, BREAKDOWNS, RANGES } from './toReportQuery';
import type { RangeProblem, ReportFilters } from './toReportQuery';

type ReportFilterBarProps = {
  filters: ReportFilters;
  problem: RangeProblem | undefined;
  onChange: (changes: Partial<ReportFilters>) => void;
};

const StyledBar = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
  gap: 12px 16px;
  align-items: start;
`;

/** Which report, over which time, of which product, told apart by what. Only what means something for the report is there. */
export function ReportFilterBar({ filters, problem, onChange }: ReportFilterBarProps) {
  const { t } = useAdminI18n();
  const { name, range, product, by } = filters;
  const breakdowns = BREAKDOWNS[name];
  const productNames: Record<string, string> = {
    [ALL_PRODUCTS]: t('reports.all_products'),
    ...Object.fromEntries(PRODUCTS.map((each) => [each, t(`subject.product.${each}`)])),
    '': t('reports.not_said'),
  };
  return (
    <StyledBar role="group" aria-label={t('reports.filters')}>
      <FilterChoice
        label={t('reports.report')}
        chosen={name}
        options={REPORT_NAMES}
        toName={(each) => t(`reports.name.${each}`)}
        onChoose={(each) => onChange({ name: each })}
      />
      {name !== 'outstanding' && (
        <>
          <FilterChoice
            label={t('reports.time')}
            chosen={range}
            options={RANGES}
            toName={(each) =>
              each === 'own' ? t('reports.own_days') : t('reports.days', { count: Number(each) })
            }
            onChoose={(each) => onChange({ range: each })}
          />
          {range === 'own' && (
            <OwnDays
              filters={filters}
              message={problem && t(`reports.wrong.${problem}`, { count: MAX_REPORT_DAYS })}
              onChange={onChange}
            />
          )}
          <FilterChoice
            label={t('reports.product')}
            chosen={product}
            options={[ALL_PRODUCTS, ...PRODUCTS, '']}
            toName={(each) => productNames[each] ?? each}
            onChoose={(each) => onChange({ product: each })}
          />
        </>
      )}
      {breakdowns.length > 0 && (
        <FilterChoice
          label={t('reports.told_apart')}
          chosen={breakdowns.includes(by) ? by : 'day'}
          options={breakdowns}
          toName={(each) => t(`reports.by.${each}`)}
          onChoose={(each) => onChange({ by: each })}
        />
      )}
    </StyledBar>
  );
}
