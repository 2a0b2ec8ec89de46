import type { Fixtures } from '../../transport/fake';
import { owedOf } from '../../transport/fixtures';
import type { DocumentRow, Home, InvoiceRow, InvoiceStatus } from '../../transport';

const inr = (minor: number) => ({ minor, currency: 'INR' });

function row(
  id: string,
  number: string,
  due: string,
  minor: number,
  status: InvoiceStatus,
  late = 0,
): InvoiceRow {
  return {
    invoice_id: id,
    number,
    client_id: 'client-1',
    client_name: 'कविता क्रिएशन्स',
    issue_date: '2026-02-12',
    due_date: due,
    total: inr(minor),
    amount_due: inr(status === 'paid' ? 0 : minor),
    status,
    days_late: late,
    credit_left: null,
  };
}

const DOCUMENT: DocumentRow = {
  document_id: 'document-1',
  document: {
    client_id: 'client-1',
    title: 'Printing agreement 2026',
    added_at: '2026-03-04T09:30:00Z',
    added_by: 'Asha Verma',
  },
  client_name: 'कविता क्रिएशन्स',
  shared: true,
  version_id: 'document-1-v2',
  versions: 2,
  version: {
    document_id: 'document-1',
    file_name: 'Printing agreement 2026.pdf',
    size_bytes: 248_512,
    sha256: 'ab'.repeat(32),
    media_type: 'application/pdf',
    state: 'stored',
    added_by_id: 'principal-owner',
    added_by: 'Asha Verma',
    added_by_role: 'owner',
    added_at: '2026-03-04T09:30:00Z',
  },
};

export const HOME: Home = {
  date: '2026-03-05',
  owed: [owedOf('INR', 12_345_678, 4_720_000, 3, 1), owedOf('EUR', 48_000, 0, 1, 0)],
  open: [
    row('invoice-1', '2026-0038', '2026-02-21', 4_720_000, 'partially_paid', 12),
    row('invoice-2', '2026-0042', '2026-03-05', 2_360_050, 'viewed'),
    row('invoice-3', '2026-0047', '2026-03-19', 5_265_628, 'sent'),
    {
      ...row('invoice-4', '2026-0048', '2026-04-02', 0, 'sent'),
      total: { minor: 48_000, currency: 'EUR' },
      amount_due: { minor: 48_000, currency: 'EUR' },
    },
  ],
  credits: [
    { ...row('invoice-9', 'CN-2026-0002', '2026-03-01', 590_000, 'sent'), credit_left: inr(590_000) },
  ],
  paid: [row('invoice-5', '2026-0031', '2026-02-10', 1_180_000, 'paid')],
  unread: [
    {
      thread_id: 'thread-1',
      thread: {
        client_id: 'client-1',
        title: 'Invoice 2026-0042',
        subject: { kind: 'invoice', id: 'invoice-2' },
        started_at: '2026-03-04T10:05:00Z',
      },
      client_name: 'कविता क्रिएशन्स',
      last: {
        thread_id: 'thread-1',
        text: 'Yes, exactly: 500 posters on the thicker paper.',
        kind: { kind: 'text' },
        attachments: [],
        author_id: 'principal-owner',
        author_name: 'Asha Verma',
        author_role: 'owner',
        sent_at: '2026-03-05T04:42:00Z',
      },
      unread: 1,
      waiting: false,
    },
  ],
  documents: [DOCUMENT],
};

export const fixtures: Fixtures = { queries: { home: () => HOME } };
