import type { Stationery } from '../../transport';
import type { Fixtures } from '../../transport/fake';

const PAGE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><rect width="595" height="842" fill="#fff"/>';

let stationery: Stationery = { template: 'ledger', accent: '#0f5c5c', sheet: 'usual', logo: null };

/** Pages that differ where the templates do: where the colour stands. */
const page = (template: string, accent: string) => {
  const height = template === 'bold' ? 90 : template === 'letter' ? 4 : 30;
  return `${PAGE}<rect y="${template === 'letter' ? 120 : 0}" width="595" height="${height}" fill="${accent}"/></svg>`;
};

export const fixtures: Fixtures = {
  queries: {
    stationery: () => ({
      organisation_id: 'organisation-1',
      stationery,
      accents: ['#0f5c5c', '#1f4e8c', '#a1332b'],
      lost: [],
    }),
  },
  commands: {
    preview_stationery: ({ accent }) => {
      // As Rust does: what is too pale is printed darker.
      const printed = accent === '#ffe600' ? '#837600' : accent;
      const templates = ['ledger', 'letter', 'bold'] as const;
      return {
        accent: printed,
        pages: templates.map((template) => ({ template, svg: page(template, printed) })),
      };
    },
  },
  mutations: {
    set_stationery: ({ edits, logo }) => {
      stationery = { ...stationery, ...Object.fromEntries(edits.map(({ field, to }) => [field, to])) };
      if (logo.kind === 'put') stationery = { ...stationery, logo: logo.logo };
      if (logo.kind === 'remove') stationery = { ...stationery, logo: null };
    },
  },
};
