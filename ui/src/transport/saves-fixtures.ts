import type { Fixtures } from './fake';
import type { Save, SaveStage, SaveWish } from './types';

const DONE: SaveStage = { stage: 'done' };

function nameOf(wish: SaveWish): string {
  if (wish.what === 'everything') return 'Verma Print Works folio-export.zip';
  return `${wish.year}-${String(wish.month).padStart(2, '0')} Verma Print Works.zip`;
}

/** A host that makes files: each time it is asked it is one of `stages` further, and stays at the last. */
export function savesFixtures(stages: readonly SaveStage[] = [DONE]): Fixtures {
  let saves: { save: Save; asked: number }[] = [];
  return {
    commands: {
      begin_save: ({ wish }) => {
        const save_id = `save-${saves.length + 1}`;
        saves.push({ save: { save_id, wish, file_name: nameOf(wish), stage: DONE }, asked: 0 });
        return { save_id };
      },
      saves: () => ({
        saves: saves.map((each) => {
          const stage = stages[Math.min(each.asked, stages.length - 1)] ?? DONE;
          each.asked += 1;
          return { ...each.save, stage };
        }),
      }),
      cancel_save: ({ save_id }) => {
        saves = saves.filter(({ save }) => save.save_id !== save_id);
        return {};
      },
    },
  };
}
