import { AdapterError } from '../ports/AdapterError';
import type { BillingSource } from '../ports/billingSource';
import type { SignKeeper } from './buildSignKeeper';

/** The same billing, with a sign kept of each reading: that it was answered, or the code of why it failed. */
export function watchBilling<Source extends BillingSource>(source: Source, keeper: SignKeeper): Source {
  const watch = async <Value>(reading: Promise<Value>): Promise<Value> => {
    try {
      const value = await reading;
      keeper.noteBillingAnswer();
      return value;
    } catch (error) {
      if (error instanceof AdapterError) keeper.noteBillingFailure(error.code);
      throw error;
    }
  };
  return {
    ...source,
    readClient: (email) => watch(source.readClient(email)),
    readAccountFacts: (billingAccountId) => watch(source.readAccountFacts(billingAccountId)),
  };
}
