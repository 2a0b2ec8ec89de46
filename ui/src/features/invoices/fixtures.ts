import { FolioError } from '../../transport';
import type { DraftDetail, DraftLineView, EinvoiceMissing, FieldEdit, InvoiceRow } from '../../transport';
import type { Fixtures } from '../../transport/fake';
import { LINES, MODULES, NOT_FOUND, TOTALS, detailOf, inr, rows } from './samples';

const MISSING: EinvoiceMissing[] = [
  { place: 'organisation', field: 'email', message_key: 'einvoice-seller-email', params: {} },
  { place: 'client', field: 'address.city', message_key: 'einvoice-buyer-city', params: {} },
  { place: 'draft', field: 'taxes', message_key: 'einvoice-line-tax', params: { line: '2' } },
];
const CLIENTS: Record<string, [name: string, mail: string]> = {
  'client-1': ['कविता शर्मा डिज़ाइन', 'kavita@example.test'],
  'client-2': ['Mehta & Sons', 'rohan@example.test'],
};

function draftOf(draft_id: string, client_id: string | null, lines: DraftLineView[]): DraftDetail {
  return {
    draft_id,
    draft: {
      billing: { client_id, currency: 'INR', tax_mode: 'exclusive' },
      issue_date: null,
      payment_terms_days: 14,
      delivered_on: null,
      discount: { kind: 'none' },
      reference: '',
      note: '',
      credits: null,
      credit_reason: '',
      state: 'open',
      created_at: '2026-03-05T03:00:00Z',
      edited_at: '2026-03-05T03:30:00Z',
    },
    crediting: null,
    client_name: '',
    recipients: [],
    einvoice: client_id === 'client-2' ? 'x_rechnung' : null,
    lines,
    totals: TOTALS,
    content_hash: 'as-seen',
    hindrance: null,
    invoice_id: 'invoice-1',
    lost: [],
  };
}

const drafts = new Map<string, DraftDetail>([
  [
    'draft-1',
    draftOf(
      'draft-1',
      'client-2',
      LINES.map(([item, net], index) => ({ line_id: `line-${index + 1}`, item, net })),
    ),
  ],
  ['draft-2', draftOf('draft-2', null, [])],
]);
drafts.get('draft-1')?.lost.push({
  history_id: 'lost-1',
  history: {
    about_kind: 'draft_line',
    about_id: 'line-2',
    field: 'unit_price',
    lost: '2200',
    kept: '2500',
    kept_by: 'செல்வி முருகன்',
    at: '2026-03-05T03:20:00Z',
  },
  about: '',
  open_kind: 'draft',
  open_id: 'draft-1',
});

/** Two sheets, as Rust would draw them. */
const PAGES = ['#f3efe8', '#eef3f3'].map(
  (tint) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842">` +
    `<rect width="595" height="842" fill="#fff"/><rect x="51" y="60" width="493" height="90" fill="${tint}"/>` +
    `<rect x="51" y="300" width="493" height="1" fill="#999"/></svg>`,
);

function found(draft_id: string): DraftDetail {
  const draft = drafts.get(draft_id);
  if (!draft) throw NOT_FOUND;
  return draft;
}
/** The draft as it reads now: a new object each time, as from the wire. */
function read(draft_id: string): DraftDetail {
  const detail = found(draft_id);
  const [name, mail] = CLIENTS[detail.draft.billing.client_id ?? ''] ?? [];
  const missing = name ? (detail.lines.length > 0 ? null : 'refused-no-lines') : 'refused-no-client';
  return structuredClone({
    ...detail,
    client_name: name ?? '',
    recipients: mail ? [mail] : [],
    hindrance: missing ? { code: 'invalid' as const, message_key: missing, params: {} } : null,
    totals: { ...TOTALS, lines: detail.lines.map(({ net }) => ({ gross: net, discount: inr(0), net })) },
  });
}
const changed = (edits: readonly FieldEdit[]) =>
  Object.fromEntries(edits.map(({ field, to }) => [field, to]));

export const fixtures: Fixtures = {
  queries: {
    invoices: ({ filter, client_id, search }) => {
      const fits = (row: InvoiceRow) =>
        filter === 'open'
          ? row.amount_due.minor > 0
          : filter === 'overdue'
            ? row.days_late > 0
            : filter === 'paid'
              ? row.status === 'paid'
              : filter === 'credit_notes'
                ? row.credit_left !== null
                : filter !== 'unsent';
      const found = rows.filter(
        (row) =>
          fits(row) &&
          (client_id === null || row.client_id === client_id) &&
          `${row.number} ${row.client_name}`.toLowerCase().includes(search?.toLowerCase() ?? ''),
      );
      return { rows: found, next: null, count: found.length };
    },
    invoice: ({ invoice_id }) => {
      const row = rows.find((each) => each.invoice_id === invoice_id);
      if (!row) throw NOT_FOUND;
      return detailOf(row);
    },
    drafts: ({ client_id }) => ({
      rows: [...drafts.keys()]
        .map(read)
        .filter(({ draft }) => client_id === null || draft.billing.client_id === client_id)
        .map((detail) => ({
          draft_id: detail.draft_id,
          client_name: detail.client_name,
          total: detail.totals.total,
          waiting: detail.draft.state === 'waiting',
          edited_at: detail.draft.edited_at,
          is_credit_note: detail.draft.credits !== null,
        })),
    }),
    draft: ({ draft_id }) => read(draft_id),
    preview_invoice: ({ content }) => ({
      totals: {
        ...TOTALS,
        lines: content.lines.map(() => ({ gross: inr(0), discount: inr(0), net: inr(100_000) })),
      },
      hindrance: null,
    }),
    line_suggestions: ({ text }) => ({
      items: LINES.map(([item]) => item).filter(({ description }) =>
        description.toLowerCase().includes(text.toLowerCase()),
      ),
    }),
  },
  commands: {
    invoice_link: () => ({
      url: 'https://folio.example.test/i#QmFzZTY0VG9rZW5PZlRoaXNJbnZvaWNl',
      mailed: false,
      expires_at: '2026-04-04T04:30:00Z',
    }),
    revoke_invoice_links: () => ({}),
    payment_code: () => ({ code: { scheme: 'UPI', modules: MODULES, copied: null, has_cross: false } }),
    invoice_pages: () => ({ pages: PAGES, page_count: PAGES.length }),
    save_pdf: () => ({ file_name: '2026-0042.pdf' }),
    save_einvoice: () => ({ file_name: '2026-0042.xml' }),
    check_einvoice: () => ({ missing: MISSING }),
    preview_draft: ({ draft_id }) => {
      if (found(draft_id).lines.length === 0) throw new FolioError('refused', 'refused-no-lines');
      return { pages: PAGES, page_count: PAGES.length };
    },
    check_paper: () => ({ letters: [], no_bill: null }),
    undo: () => ({}),
  },
  mutations: {
    create_draft: ({ draft_id, billing, note }) => {
      const draft = draftOf(draft_id, billing.client_id, []);
      drafts.set(draft_id, { ...draft, draft: { ...draft.draft, billing, note } });
    },
    credit_invoice: ({ draft_id, invoice_id }) => {
      const row = rows.find((each) => each.invoice_id === invoice_id);
      if (!row) throw NOT_FOUND;
      const lines = LINES.map(([item, net], index) => ({ line_id: `credit-${index + 1}`, item, net }));
      const draft = draftOf(draft_id, row.client_id, lines);
      const { number, issue_date, total } = row;
      drafts.set(draft_id, {
        ...draft,
        draft: { ...draft.draft, credits: invoice_id },
        crediting: { invoice_id, number, issue_date, total, left: total },
      });
    },
    set_off_credit: () => undefined,
    refund_credit: () => undefined,
    reverse_payment: () => undefined,
    edit_draft: ({ draft_id, edits }) => {
      const detail = found(draft_id);
      drafts.set(draft_id, { ...detail, draft: { ...detail.draft, ...changed(edits) } });
    },
    discard_draft: ({ draft_id }) => void drafts.delete(draft_id),
    add_line: ({ draft_id, line_id, after, item }) => {
      const detail = found(draft_id);
      const at = detail.lines.findIndex((line) => line.line_id === after) + 1;
      drafts.set(draft_id, {
        ...detail,
        lines: detail.lines.toSpliced(at, 0, { line_id, item, net: inr(0) }),
      });
    },
    edit_line: ({ draft_id, line_id, edits }) => {
      const detail = found(draft_id);
      const lines = detail.lines.map((line) =>
        line.line_id === line_id ? { ...line, item: { ...line.item, ...changed(edits) } } : line,
      );
      drafts.set(draft_id, { ...detail, lines });
    },
    move_line: ({ draft_id, line_id, after }) => {
      const detail = found(draft_id);
      const moved = detail.lines.find((line) => line.line_id === line_id);
      const others = detail.lines.filter((line) => line.line_id !== line_id);
      const at = others.findIndex((line) => line.line_id === after) + 1;
      if (moved) drafts.set(draft_id, { ...detail, lines: others.toSpliced(at, 0, moved) });
    },
    delete_line: ({ draft_id, line_id }) => {
      const detail = found(draft_id);
      drafts.set(draft_id, { ...detail, lines: detail.lines.filter((line) => line.line_id !== line_id) });
    },
    issue_invoice: ({ draft_id }) => {
      const detail = found(draft_id);
      drafts.set(draft_id, { ...detail, draft: { ...detail.draft, state: 'waiting' } });
    },
  },
};
