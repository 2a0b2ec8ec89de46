import type { Business, BusinessState, Save, SaveStage } from '../../transport';
import { partsOf } from '../months';

/** The host alone of a server's address, which is what a person knows it by. */
export function hostOf(server: string): string {
  return URL.canParse(server) ? new URL(server).host : server;
}

/** Whether the person can go to it without signing in. */
export function isReady({ state }: Business): boolean {
  return state.state === 'open' || state.state === 'copying';
}

/** The names that more than one business has, and so say too little. */
export function sharedNames(businesses: readonly Business[]): ReadonlySet<string> {
  const names = businesses.map(({ name }) => name);
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

/** The pack of `month` that was begun last. */
export function packOf({ packs }: Business, month: string): Save | undefined {
  const { year, month: number } = partsOf(month);
  return packs.findLast(
    ({ wish }) => wish.what === 'month_pack' && wish.year === year && wish.month === number,
  );
}

export function isUnderWay({ stage }: SaveStage): boolean {
  return stage !== 'done' && stage !== 'failed';
}

/** Whether a pack can be made of it: a client closes no months, and what is closed gives nothing. */
export function canPack(business: Business): boolean {
  return business.state.state === 'open' && business.role !== 'client';
}

/** Those of which a pack is still to be made: there is none, or it has failed. */
export function unpacked(businesses: readonly Business[], month: string): Business[] {
  return businesses.filter((business) => {
    const stage = packOf(business, month)?.stage.stage;
    return canPack(business) && (stage === undefined || stage === 'failed');
  });
}

/** The text id of what stands in the way of using it; null for nothing. */
export function obstacle(state: BusinessState): string | null {
  switch (state.state) {
    case 'open':
      return null;
    case 'signed_out':
      return 'businesses-signed-out';
    default:
      return `businesses-${state.state}`;
  }
}
