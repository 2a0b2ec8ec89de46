// The screens to look at; a feature adds its own. `prepare` brings a screen into the state worth seeing.
export const screens = [
  { name: 'gallery', path: '/gallery', role: 'owner' },
  { name: 'settings', path: '/settings', role: 'owner' },
  { name: 'settings-client', path: '/settings', role: 'client' },
  {
    name: 'palette',
    path: '/settings',
    role: 'owner',
    prepare: async (page) => {
      await page.keyboard.press('Control+KeyK');
      await page.waitForSelector('[role="listbox"]');
    },
  },
  {
    name: 'shortcuts',
    path: '/settings',
    role: 'bookkeeper',
    prepare: async (page) => {
      await page.keyboard.press('F1');
      await page.waitForSelector('dialog[open] dl');
    },
  },
  {
    name: 'calendar',
    path: '/gallery',
    role: 'owner',
    prepare: async (page) => {
      const button = page.locator('.box .lucide-calendar-days').first();
      await button.scrollIntoViewIfNeeded();
      await button.click();
      await page.waitForSelector('[role="grid"] [aria-current="date"], .calendar');
    },
  },
  { name: 'businesses', path: '/businesses?month=2026-02', role: 'bookkeeper' },
  { name: 'businesses-add', path: '/businesses/add', role: 'bookkeeper' },
  {
    name: 'businesses-menu',
    path: '/month-end',
    role: 'bookkeeper',
    prepare: async (page) => {
      await page.click('[data-testid="businesses"] > button');
      await page.waitForSelector('[role="menuitemradio"]');
    },
  },
  { name: 'doors', path: '/', role: 'nobody' },
  { name: 'doors-business', path: '/welcome/here', role: 'nobody' },
  {
    name: 'doors-numbers',
    path: '/welcome/here',
    role: 'nobody',
    prepare: async (page) => {
      await page.fill('[data-testid="business-name"]', 'Verma Print Works');
      await page.click('[data-testid="next-step"]');
      await page.fill('[data-testid="owner-name"]', 'Asha Verma');
      await page.fill('[data-testid="owner-email"]', 'asha@example.test');
      await page.click('[data-testid="next-step"]');
      await page.locator('input[type="radio"]').nth(1).click();
      await page.fill('[data-testid="old-number"]', 'RE-2026-0417');
    },
  },
  {
    name: 'doors-code',
    path: '/welcome/here',
    role: 'nobody',
    prepare: async (page) => {
      await page.fill('[data-testid="business-name"]', 'Verma Print Works');
      await page.click('[data-testid="next-step"]');
      await page.fill('[data-testid="owner-name"]', 'Asha Verma');
      await page.fill('[data-testid="owner-email"]', 'asha@example.test');
      await page.click('[data-testid="next-step"]');
      await page.click('[data-testid="start-business"]');
      await page.click('[data-testid="finish"]');
    },
  },
  { name: 'doors-server', path: '/welcome/server', role: 'nobody' },
  { name: 'doors-restore', path: '/welcome/restore', role: 'nobody' },
  {
    name: 'doors-restored',
    path: '/welcome/restore',
    role: 'nobody',
    prepare: async (page) => {
      await page.getByRole('radio').nth(1).click();
      await page.getByTestId('restore').click();
      await page.getByTestId('code-kept').waitFor();
    },
  },
  { name: 'sessions-invitation', path: '/invitation/token', role: 'nobody' },
  {
    name: 'sessions-expired',
    path: '/i/old',
    role: 'nobody',
    prepare: async (page) => {
      await page.click('[data-testid="open-invoice"]');
      await page.waitForSelector('[data-testid="expired-link"]');
    },
  },
  {
    name: 'home',
    path: '/home',
    role: 'client',
    prepare: (page) => page.waitForSelector('[data-testid="owed"]'),
  },
  {
    name: 'inbox',
    path: '/inbox',
    role: 'owner',
    prepare: (page) => page.waitForSelector('[data-testid="thread-row"]'),
  },
  {
    name: 'thread',
    path: '/inbox/thread-1',
    role: 'owner',
    prepare: (page) => page.waitForSelector('[data-testid="message"]'),
  },
  {
    name: 'call-request',
    path: '/messages?call=%2Finvoices%2Finvoice-1',
    role: 'client',
    prepare: (page) => page.waitForSelector('dialog[open] [data-testid="call-phone"]'),
  },
  {
    name: 'documents',
    path: '/documents',
    role: 'owner',
    prepare: (page) => page.waitForSelector('[data-testid="document-row"]'),
  },
  {
    name: 'documents-upload',
    path: '/documents?client=client-1',
    role: 'owner',
    prepare: async (page) => {
      await page.waitForSelector('[data-testid="document-row"]');
      await page.setInputFiles('[data-testid="upload"]', {
        name: 'Signed contract.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('x'),
      });
      await page.waitForSelector('dialog[open]');
    },
  },
  {
    name: 'document',
    path: '/documents/document-1',
    role: 'owner',
    prepare: (page) => page.waitForSelector('[data-testid="version-row"]'),
  },
  {
    name: 'month-end',
    path: '/month-end',
    role: 'bookkeeper',
    prepare: (page) => page.waitForSelector('[data-testid="month-totals"]'),
  },
  {
    name: 'month-end-datev',
    path: '/month-end',
    role: 'bookkeeper',
    prepare: async (page) => {
      await page.click('[data-testid="datev"]');
      await page.locator('[data-testid="datev-year"]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'import',
    path: '/import',
    role: 'owner',
    prepare: async (page) => {
      await page.setInputFiles('[data-testid="import-files"]', {
        name: 'invoices.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('a,b'),
      });
      await page.click('[data-testid="import-preview"]');
      await page.waitForSelector('[data-testid="import-counts"]');
      await page.locator('[data-testid="import-counts"]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'bill',
    path: '/bills',
    role: 'bookkeeper',
    prepare: async (page) => {
      await page.setInputFiles('[data-testid="bill-file"]', {
        name: 'rechnung.xml',
        mimeType: 'text/xml',
        buffer: Buffer.from('<Invoice/>'),
      });
      await page.waitForSelector('[data-testid="bill-number"]');
    },
  },
  {
    name: 'bank',
    path: '/bank',
    role: 'owner',
    prepare: async (page) => {
      await page.setInputFiles('[data-testid="bank-files"]', {
        name: 'statement-1.xml',
        mimeType: 'text/xml',
        buffer: Buffer.from('<Document/>'),
      });
      await page.waitForSelector('[data-testid="bank-entries"]');
    },
  },
  {
    name: 'bank-entries',
    path: '/bank',
    role: 'owner',
    prepare: async (page) => {
      await page.setInputFiles('[data-testid="bank-files"]', {
        name: 'statement-1.xml',
        mimeType: 'text/xml',
        buffer: Buffer.from('<Document/>'),
      });
      await page.locator('[data-testid="bank-entries"]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sync',
    path: '/sync',
    role: 'owner',
    prepare: (page) => page.waitForSelector('[data-testid="conflict-row"]'),
  },
  {
    name: 'profile',
    path: '/profile',
    role: 'client',
    prepare: (page) => page.waitForSelector('[data-testid="device-row"]'),
  },
  { name: 'today', path: '/today', role: 'owner' },
  { name: 'clients', path: '/clients', role: 'owner' },
  { name: 'client', path: '/clients/client-2', role: 'owner' },
  {
    name: 'statement',
    path: '/clients/client-2',
    role: 'owner',
    prepare: async (page) => {
      await page.click('[data-testid="statement"]');
      await page.locator('dialog input[type="radio"]').nth(2).click();
      await page.waitForSelector('[data-testid="statement-sums"]');
    },
  },
  {
    name: 'new-client',
    path: '/clients',
    role: 'owner',
    prepare: async (page) => {
      await page.getByTestId('new-client').click();
      await page.waitForSelector('[data-testid="client-name"]');
    },
  },
  { name: 'invoices', path: '/invoices', role: 'owner' },
  { name: 'credit-note', path: '/invoices/invoice-7', role: 'owner' },
  { name: 'credit-note-client', path: '/invoices/invoice-7', role: 'client' },
  {
    name: 'credit-note-draft',
    path: '/invoices/invoice-5',
    role: 'owner',
    prepare: async (page) => {
      await page.click('[data-testid="credit-invoice"]');
      await page.waitForSelector('[data-testid="credit-reason"]');
    },
  },
  {
    name: 'credit-note-use',
    path: '/invoices/invoice-7',
    role: 'owner',
    prepare: async (page) => {
      await page.click('[data-testid="use-credit"]');
      await page.waitForSelector('[data-testid="allocation"]');
    },
  },
  {
    name: 'credit-note-take-back',
    path: '/invoices/invoice-7',
    role: 'owner',
    prepare: async (page) => {
      await page.click('[data-testid="reverse-set-off"]');
      await page.waitForSelector('[data-testid="reverse-reason"]');
    },
  },
  { name: 'new-draft', path: '/invoices/new', role: 'owner' },
  {
    name: 'draft-pages',
    path: '/invoices/drafts/draft-1',
    role: 'owner',
    prepare: async (page) => {
      await page.click('[data-testid="show-pages"]');
      await page.waitForSelector('[data-testid="draft-pages"] img');
    },
  },
  {
    name: 'draft',
    path: '/invoices/drafts/draft-1',
    role: 'owner',
    prepare: (page) => page.waitForSelector('[data-testid="lost-value"]'),
  },
  {
    name: 'invoice-late',
    path: '/invoices/invoice-4',
    role: 'owner',
    prepare: (page) => page.waitForSelector('[data-testid="timeline"]'),
  },
  {
    name: 'invoice-client',
    path: '/invoices/invoice-1',
    role: 'client',
    prepare: (page) => page.waitForSelector('[data-testid="payment-code"]'),
  },
  {
    name: 'record-payment',
    path: '/invoices/invoice-4',
    role: 'owner',
    prepare: async (page) => {
      await page.getByTestId('record-payment').click();
      await page.waitForSelector('[data-testid="payment-amount"]');
    },
  },
  { name: 'payments', path: '/payments', role: 'bookkeeper' },
  {
    name: 'payment',
    path: '/payments',
    role: 'owner',
    prepare: async (page) => {
      await page.getByRole('row').nth(1).click();
      await page.waitForSelector('dialog[open] [data-testid="save-receipt"]');
    },
  },
  {
    name: 'payment-new',
    path: '/payments',
    role: 'owner',
    prepare: async (page) => {
      await page.getByTestId('record-payment').click();
      await page.waitForSelector('dialog[open]');
    },
  },
  { name: 'activity', path: '/activity', role: 'owner' },
];
