import type { BridgeStatus } from '../../../contract/bridgeStatus';
import { useSetupI18n } from '../../shared/i18n/setupI18n';
import { useSayings } from './useSayings';

/** One matter of the status. `verdict` stands only where somebody has to see to it. */
type StatusLine = { title: string; verdict?: 'problem' | 'note'; sentences: string[] };

const MINUTE_MS = 60_000;

/** The status in words. Ages are counted by the bridge's clock alone. */
export function useStatusLines(status: BridgeStatus): StatusLine[] {
  const { t, format } = useSetupI18n();
  const speak = useSayings();
  const { mode, webhookAt, sweep, jobs, billing } = status;
  const ago = (at: string) => {
    const ageMs = Date.parse(status.now) - Date.parse(at);
    return ageMs < MINUTE_MS ? t('status.just_now') : format.ago(ageMs);
  };
  const capital = (at: string) => format.sentence(ago(at));
  return [
    { title: t('status.mode'), sentences: [t(`status.mode_is.${mode}`), t(`status.mode_means.${mode}`)] },
    {
      title: t('status.webhook'),
      ...(webhookAt === null ? { verdict: 'note' } : {}),
      sentences: [webhookAt === null ? t('status.webhook_never') : capital(webhookAt)],
    },
    {
      title: t('status.sweep'),
      ...(sweep.endedAt === null ? { verdict: 'note' } : {}),
      sentences: [
        sweep.endedAt === null ? t('status.sweep_never') : capital(sweep.endedAt),
        ...(sweep.reachedAt === null
          ? []
          : [t('status.sweep_reached', { time: format.dayAndTime(sweep.reachedAt) })]),
      ],
    },
    {
      title: t('status.jobs'),
      ...(jobs.givenUp > 0 ? { verdict: 'problem' } : jobs.failing > 0 ? { verdict: 'note' } : {}),
      sentences: [
        jobs.oldestAt === null
          ? t('status.jobs_none')
          : t('status.jobs_waiting', { count: jobs.waiting, ago: ago(jobs.oldestAt) }),
        ...(jobs.failing > 0 ? [t('status.jobs_failing', { count: jobs.failing })] : []),
        ...(jobs.givenUp > 0 ? [t('status.jobs_given_up', { count: jobs.givenUp })] : []),
      ],
    },
    {
      title: t('status.billing'),
      ...(billing.isAnswering === false ? { verdict: 'problem' } : {}),
      sentences: [
        billing.isAnswering === null
          ? t('status.billing_never')
          : billing.isAnswering
            ? t('status.billing_good')
            : t('status.billing_bad'),
        ...(billing.answeredAt === null ? [] : [t('status.billing_read', { ago: ago(billing.answeredAt) })]),
        ...(billing.failure === null
          ? []
          : [
              t('status.billing_failed', { ago: ago(billing.failure.at), why: speak([billing.failure.why]) }),
            ]),
      ],
    },
    { title: t('status.version'), sentences: [status.version] },
  ];
}
