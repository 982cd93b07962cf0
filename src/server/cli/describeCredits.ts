/** An amount of credits in the words of the commands, which are English. */
export function describeCredits(amount: number): string {
  return `${amount} ${amount === 1 ? 'credit' : 'credits'}`;
}
