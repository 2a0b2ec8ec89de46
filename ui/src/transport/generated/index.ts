// Generated from Rust by `cargo xtask generate`; never edited by hand.

/**
 * Accepts an invitation.
 */
export type AcceptInvitation = { 
/**
 * The invitation's link, or in a browser its token.
 */
link: string, 
/**
 * The name that others see.
 */
name: string, 
/**
 * The password for later sign-ins.
 */
password: string, };

/**
 * What a person may see: the sum of the grants. The system sees everything.
 */
export type Access = { 
/**
 * The role.
 */
role: Role, 
/**
 * The grants.
 */
grants: Array<Grant>, };

/**
 * A statement with whom it is from and to: everything that its paper says.
 */
export type AccountStatement = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The language of its paper: the client's.
 */
language: Language, 
/**
 * The business.
 */
seller: Party, 
/**
 * How to pay.
 */
bank: BankDetails, 
/**
 * The client.
 */
buyer: Party, 
/**
 * The number that the business knows the client by, empty for none.
 */
client_number: string, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * The day on which it was drawn up: what is recorded later is not in it.
 */
drawn_up_on: string, 
/**
 * One for each currency in which something is or was owed, by its code; at least one.
 */
sections: Array<CurrencyStatement>, };

/**
 * An entry of the trail, in words.
 */
export type Activity = { 
/**
 * When.
 */
at: string, 
/**
 * Who.
 */
actor_id: PrincipalId, 
/**
 * Who, by name as it was then.
 */
actor_name: string, 
/**
 * What they were to the business.
 */
actor_role: Role, 
/**
 * What they did: a mutation's name.
 */
action: MutationName, 
/**
 * The mutation.
 */
mutation_id: MutationId, 
/**
 * The kind of record that it is about.
 */
about_kind: Kind | null, 
/**
 * The record that it is about.
 */
about_id: string | null, 
/**
 * What a person reads: a number, a title, a name.
 */
label: string, 
/**
 * SHA-256 of the mutation's arguments, in hex: ties the entry to what was done.
 */
args_sha256: string, 
/**
 * Random bytes in hex that keep the commitment from being guessed.
 */
salt: string, };

/**
 * An entry of the trail.
 */
export type ActivityId = string;

/**
 * An entry of the trail in a list.
 */
export type ActivityItem = { 
/**
 * Its id.
 */
activity_id: ActivityId, 
/**
 * The entry.
 */
activity: Activity, 
/**
 * The client that it concerns, by name; empty for none.
 */
client_name: string, 
/**
 * Whether the invoice that it is about is a credit note.
 */
is_credit_note: boolean, };

/**
 * A page of the trail.
 */
export type ActivityPage = { 
/**
 * The entries.
 */
rows: Array<ActivityItem>, 
/**
 * Where this page ends; none after the last.
 */
next: string | null, };

/**
 * Asks for a page of the trail, newest first.
 */
export type ActivityQuery = { 
/**
 * About this client alone.
 */
client_id: ClientId | null, 
/**
 * What clients did alone.
 */
clients_only: boolean, 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * The most entries, at most 200.
 */
limit: number, };

/**
 * Arguments of [`crate::mutations::Mutation::AddClient`].
 */
export type AddClient = { 
/**
 * The new client's id.
 */
client_id: ClientId, 
/**
 * The client.
 */
client: Client, };

/**
 * Arguments of [`crate::mutations::Mutation::AddContact`].
 */
export type AddContact = { 
/**
 * The new contact's id.
 */
contact_id: ContactId, 
/**
 * The contact.
 */
contact: Contact, };

/**
 * Arguments of [`crate::mutations::Mutation::AddDocument`].
 */
export type AddDocument = { 
/**
 * The new document's id.
 */
document_id: DocumentId, 
/**
 * The client it belongs to.
 */
client_id: ClientId, 
/**
 * The title.
 */
title: string, 
/**
 * Whether the client sees it from the start; always so when the client adds it.
 */
shared: boolean, 
/**
 * Its first version.
 */
version: NewVersion, };

/**
 * Arguments of [`crate::mutations::Mutation::AddLine`].
 */
export type AddLine = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * The new line's id.
 */
line_id: LineId, 
/**
 * The line that it follows; none for the first place.
 */
after: LineId | null, 
/**
 * What it says.
 */
item: LineItem, };

/**
 * Arguments of [`crate::mutations::Mutation::AddMember`].
 */
export type AddMember = { 
/**
 * The new principal.
 */
principal_id: PrincipalId, 
/**
 * The member.
 */
member: Member, };

/**
 * Arguments of [`crate::mutations::Mutation::AddVersion`].
 */
export type AddVersion = { 
/**
 * The document.
 */
document_id: DocumentId, 
/**
 * The version.
 */
version: NewVersion, };

/**
 * A postal address.
 */
export type Address = { 
/**
 * Street and number, further lines separated by line breaks.
 */
street: string, 
/**
 * Postal code.
 */
postal_code: string, 
/**
 * City.
 */
city: string, 
/**
 * State or province, empty where unused.
 */
region: string, 
/**
 * ISO 3166-1 alpha-2 code, empty when unknown.
 */
country: string, };

/**
 * What is open, by how many days it is past its due date, less what stands to the client's credit: the parts less
 * `credit` are the balance. No part is below zero.
 */
export type Ageing = { 
/**
 * Not due yet.
 */
not_due: Money, 
/**
 * 1 to 30 days late.
 */
late_30: Money, 
/**
 * 31 to 60 days late.
 */
late_60: Money, 
/**
 * 61 to 90 days late.
 */
late_90: Money, 
/**
 * More than 90 days late.
 */
late_over_90: Money, 
/**
 * Paid and set against no invoice, or asked back by an invoice below zero.
 */
credit: Money, };

/**
 * A part of a new payment.
 */
export type AllocationPart = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * How much, above zero.
 */
amount: Money, };

/**
 * An account, in one currency, from all files that were opened together.
 */
export type BankAccount = { 
/**
 * Its IBAN without blanks, or the number that the bank gives it; empty when no file names one.
 */
id: string, 
/**
 * The bank: its BIC or national code; empty for none.
 */
bank: string, 
/**
 * Whose it is; empty for none.
 */
owner: string, 
/**
 * Its currency.
 */
currency: Currency, 
/**
 * The first day that the statements are about.
 */
from: string | null, 
/**
 * The last day.
 */
to: string | null, 
/**
 * What was there before the entries.
 */
opening: BankBalance | null, 
/**
 * What is there after them.
 */
closing: BankBalance | null, 
/**
 * What booked entries brought in; none when the sum does not fit.
 */
came: Money | null, 
/**
 * What booked entries took out, not negative; none when the sum does not fit.
 */
went: Money | null, 
/**
 * Whether the opening balance and the booked entries make the closing one; none where a balance is missing.
 */
adds_up: boolean | null, 
/**
 * How many statements there are.
 */
statements: number, 
/**
 * How many entries, each counted once.
 */
entries: number, 
/**
 * What is missing between its statements.
 */
gaps: Array<BankGap>, };

/**
 * What a person is to say before a file can be read.
 */
export type BankAsk = "columns" | "currency";

/**
 * What is in an account at a moment.
 */
export type BankBalance = { 
/**
 * How much; negative when overdrawn.
 */
amount: Money, 
/**
 * On which day, where the file says so.
 */
date: string | null, };

/**
 * How a bank's table is read.
 */
export type BankColumns = { 
/**
 * What each column says, from the first; none for one that is not read.
 */
fields: Array<BankField | null>, 
/**
 * Whether `03/04` is in March; none to find it out.
 */
month_first: boolean | null, 
/**
 * Whether a comma stands before decimals; none to find it out.
 */
decimal_comma: boolean | null, };

/**
 * How a client pays.
 */
export type BankDetails = { 
/**
 * Whose account it is.
 */
account_name: string, 
/**
 * The bank.
 */
bank_name: string, 
/**
 * IBAN, or a local account number.
 */
account_number: string, 
/**
 * BIC, IFSC, or another routing code.
 */
routing_code: string, 
/**
 * UPI address (India).
 */
upi_id: string, 
/**
 * PIX key (Brazil), empty for none.
 */
pix_key?: string, 
/**
 * Anything else a payer must know.
 */
note: string, };

/**
 * Money that came or went. Texts are empty for what the files do not say.
 */
export type BankEntry = { 
/**
 * Its account's place among the accounts, from 0.
 */
account: number, 
/**
 * The day of booking.
 */
booking_date: string, 
/**
 * The day from which it counts for interest.
 */
value_date: string | null, 
/**
 * How much: above zero came in, below went out.
 */
amount: Money, 
/**
 * Who paid, or was paid.
 */
counterparty: string, 
/**
 * Their IBAN or number.
 */
counterparty_account: string, 
/**
 * Their bank.
 */
counterparty_bank: string, 
/**
 * What it is for.
 */
remittance: string, 
/**
 * The payer's id.
 */
end_to_end_id: string, 
/**
 * The bank's id.
 */
bank_reference: string, 
/**
 * The owner's own id.
 */
reference: string, 
/**
 * The kind of booking in the format's own code.
 */
kind: string, 
/**
 * Whether it takes back an earlier one.
 */
reversal: boolean, 
/**
 * Whether it is booked, not only expected.
 */
booked: boolean, 
/**
 * The files that it stands in, by their places from 0: more than one for what was brought again.
 */
files: Array<number>, 
/**
 * How often it stands in them.
 */
times: number, 
/**
 * The line of the first of them where it stands, from 1.
 */
line: number, };

/**
 * What a column of a bank's table says.
 */
export type BankField = "booking_date" | "value_date" | "amount" | "debit" | "credit" | "direction" | "currency" | "account" | "counterparty" | "counterparty_account" | "remittance" | "end_to_end_id" | "bank_reference" | "kind" | "balance" | "status";

/**
 * A file that was opened.
 */
export type BankFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * What its format is called; empty when it is none of those that are read.
 */
format: string, 
/**
 * Whether it could be read.
 */
verdict: BankVerdict, 
/**
 * How many entries were read of it.
 */
entries: number, 
/**
 * How many of them an earlier file had brought.
 */
repeated: number, 
/**
 * What is to be said about it: first what could not be read, then contradictions, then notes.
 */
findings: Array<BankFinding>, 
/**
 * What it asks for; none when it was read.
 */
ask: BankAsk | null, 
/**
 * The table, where it is one.
 */
table: BankTable | null, };

/**
 * A bank's file, and what a person says of it.
 */
export type BankFileGiven = { 
/**
 * The file.
 */
file: ReceivedFile, 
/**
 * What it does not say itself.
 */
said: BankSaid, };

/**
 * Something that is said about a file.
 */
export type BankFinding = { 
/**
 * How much it weighs.
 */
severity: BankSeverity, 
/**
 * The rule's id, as `docs/formats/bank.md` lists it.
 */
rule: string, 
/**
 * What is the matter.
 */
text: BankText, 
/**
 * The line, from 1; 0 for the file as a whole.
 */
line: number, 
/**
 * The field or the path to the element; empty where a line says enough.
 */
path: string, };

/**
 * Something that is missing between two statements of an account.
 */
export type BankGap = { 
/**
 * What is missing.
 */
text: BankText, };

/**
 * What a text mentions.
 */
export type BankParam = { "kind": "text", "value": string } | { "kind": "money", "value": Money } | { "kind": "day", "value": string } | { "kind": "count", "value": number };

/**
 * What a person says of a file that the file does not say itself.
 */
export type BankSaid = { 
/**
 * What the columns of a table mean; none to guess it from its headings.
 */
columns: BankColumns | null, 
/**
 * The account's currency, where the file names none.
 */
currency: Currency | null, 
/**
 * The account, where the file names none; empty for unknown.
 */
account: string, };

/**
 * How much a finding weighs.
 */
export type BankSeverity = "unread" | "broken" | "note";

/**
 * Files that were opened together, and what they say.
 */
export type BankStatements = { 
/**
 * The files, in the order in which they were given.
 */
files: Array<BankFile>, 
/**
 * The accounts, by their ids.
 */
accounts: Array<BankAccount>, 
/**
 * The entries, each once, the newest first.
 */
entries: Array<BankEntry>, 
/**
 * How many older entries are not among them: there are more than are shown.
 */
left_out: number, };

/**
 * A bank's table before, or after, it is said what its columns mean.
 */
export type BankTable = { 
/**
 * Its headings; empty texts where it has none.
 */
headings: Array<string>, 
/**
 * Its first rows.
 */
rows: Array<Array<string>>, 
/**
 * How it was read, or what is guessed of it.
 */
columns: BankColumns, 
/**
 * Whether nothing in it decides how dates are written.
 */
dates_open: boolean, 
/**
 * Whether nothing in it decides how numbers are written.
 */
numbers_open: boolean, 
/**
 * The currency, where no column says it.
 */
currency: Currency | null, 
/**
 * The account, where no column says it.
 */
account: string, };

/**
 * A text of `bank_words.ftl` with what it mentions.
 */
export type BankText = { 
/**
 * The text's id.
 */
message_key: string, 
/**
 * What it mentions.
 */
params: { [key in string]: BankParam }, };

/**
 * Whether a file could be read.
 */
export type BankVerdict = "valid" | "breaks_rules" | "unreadable";

/**
 * Begins a save; the desktop asks where.
 */
export type BeginSave = { 
/**
 * What.
 */
wish: SaveWish, };

/**
 * Packs that were begun.
 */
export type BegunPacks = { 
/**
 * How many are on their way; none when the person changed their mind.
 */
begun: number | null, 
/**
 * Those that could not be begun.
 */
refused: Array<RefusedPack>, };

/**
 * A save that was begun.
 */
export type BegunSave = { 
/**
 * Its id; none when the person changed their mind.
 */
save_id: string | null, };

/**
 * A file that was opened.
 */
export type Bill = { 
/**
 * The file.
 */
file_name: string, 
/**
 * The verdict.
 */
verdict: BillVerdict, 
/**
 * Why it cannot be read; none when it can.
 */
unreadable: BillText | null, 
/**
 * The specification that it follows and the syntax it is written in, as they are called; empty when unreadable.
 */
written_as: string, 
/**
 * The file inside the PDF that was read, for a PDF.
 */
inside: string | null, 
/**
 * The rules that it breaks.
 */
findings: Array<BillFinding>, 
/**
 * Rules of a narrower specification that it breaks: its receiver may refuse it.
 */
remarks: Array<BillFinding>, 
/**
 * What it says; none when it cannot be read.
 */
content: BillContent | null, };

/**
 * An account that the bill may be paid to.
 */
export type BillAccount = { 
/**
 * An IBAN or another number.
 */
number: string, 
/**
 * Whose it is.
 */
name: string, 
/**
 * The bank.
 */
bank: string, };

/**
 * An amount: whole where its currency is known, else as it stands in the file.
 */
export type BillAmount = { 
/**
 * The amount; none where the currency is unknown or has fewer decimals than the file gives.
 */
money: Money | null, 
/**
 * As it stands in the file.
 */
value: string, };

/**
 * A file inside the bill, or a document elsewhere that belongs to it.
 */
export type BillAttachment = { 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is.
 */
description: string, 
/**
 * How large the file is; none where there is no file to save.
 */
size_bytes: number | null, 
/**
 * Where it is to be found, empty for nowhere else.
 */
address: string, };

/**
 * What a bill says.
 */
export type BillContent = { 
/**
 * Whether it gives money back.
 */
credit_note: boolean, 
/**
 * Its number, empty for none.
 */
number: string, 
/**
 * The currency, as the file names it.
 */
currency: string, 
/**
 * The date on it.
 */
issue_date: string | null, 
/**
 * When it is to be paid.
 */
due_date: string | null, 
/**
 * When what it bills was delivered.
 */
delivered_on: string | null, 
/**
 * The first day of what it bills.
 */
period_from: string | null, 
/**
 * The last day of what it bills.
 */
period_to: string | null, 
/**
 * What the buyer asked to find on it, empty for nothing.
 */
buyer_reference: string, 
/**
 * Other documents.
 */
references: Array<BillReference>, 
/**
 * Who bills.
 */
seller: BillParty, 
/**
 * Who is billed.
 */
buyer: BillParty, 
/**
 * Who is paid, where it is not the seller.
 */
payee: string, 
/**
 * The notes.
 */
notes: Array<string>, 
/**
 * The lines.
 */
lines: Array<BillLine>, 
/**
 * What is taken off or put on the whole.
 */
reductions: Array<BillReduction>, 
/**
 * The taxes.
 */
taxes: Array<BillTax>, 
/**
 * The sums.
 */
totals: BillTotals, 
/**
 * How to pay.
 */
payment: BillPayment, 
/**
 * Its files.
 */
attachments: Array<BillAttachment>, };

/**
 * A rule that the bill breaks.
 */
export type BillFinding = { 
/**
 * What is wrong, in plain words.
 */
text: BillText, 
/**
 * Where, in plain words; none where only `place` says it.
 */
area: BillText | null, 
/**
 * The rule's id, such as `BR-CO-15`.
 */
rule: string, 
/**
 * Where, as a line and a path or as terms of EN 16931.
 */
place: string, 
/**
 * What is wrong, in the rule's own English.
 */
words: string, };

/**
 * A line.
 */
export type BillLine = { 
/**
 * Its id in the file.
 */
id: string, 
/**
 * What is billed.
 */
name: string, 
/**
 * More about it, and the line's note.
 */
description: string, 
/**
 * The seller's article number, empty for none.
 */
article: string, 
/**
 * How much.
 */
quantity: string, 
/**
 * The unit in plain words; none for what is counted.
 */
unit: BillText | null, 
/**
 * The price, of `price_for` units.
 */
price: string, 
/**
 * For how many the price is; none for one.
 */
price_for: string | null, 
/**
 * What is taken off or put on.
 */
reductions: Array<BillReduction>, 
/**
 * The tax.
 */
rate: BillRate, 
/**
 * What it comes to, without tax.
 */
net: BillAmount, };

/**
 * Somebody whom the bill names. Texts are empty for what it does not say.
 */
export type BillParty = { 
/**
 * The name.
 */
name: string, 
/**
 * The name that they trade by, where it is another.
 */
trading_name: string, 
/**
 * The lines of the address above the town.
 */
street: string, 
/**
 * The postal code.
 */
postal_code: string, 
/**
 * The town.
 */
city: string, 
/**
 * The region.
 */
region: string, 
/**
 * The country, ISO 3166-1 alpha-2.
 */
country: string, 
/**
 * The tax number.
 */
tax_id: string, 
/**
 * Whom to ask.
 */
contact: string, 
/**
 * The phone number.
 */
phone: string, 
/**
 * The e-mail address.
 */
email: string, };

/**
 * How to pay. Texts are empty for what the bill does not say.
 */
export type BillPayment = { 
/**
 * By what, in plain words; none for what has none.
 */
means: BillText | null, 
/**
 * By what, in the bill's words.
 */
words: string, 
/**
 * The accounts.
 */
accounts: Array<BillAccount>, 
/**
 * What to say with the payment.
 */
reference: string, 
/**
 * The terms.
 */
terms: string, 
/**
 * The mandate of a direct debit.
 */
mandate: string, 
/**
 * The account that a direct debit draws on.
 */
debited: string, 
/**
 * The last digits of the card that was used.
 */
card: string, };

/**
 * A tax rate and why it applies.
 */
export type BillRate = { 
/**
 * The kind of tax, a text of `bills.ftl`.
 */
kind: BillText, 
/**
 * In percent; none where there is none.
 */
percent: string | null, };

/**
 * What is taken off or put on.
 */
export type BillReduction = { 
/**
 * Whether it is put on.
 */
charge: boolean, 
/**
 * Why, empty for no word.
 */
reason: string, 
/**
 * How much, above zero.
 */
amount: BillAmount, };

/**
 * Another document that the bill names.
 */
export type BillReference = { 
/**
 * What kind of document: a text of `bills.ftl`.
 */
kind: BillText, 
/**
 * Its number.
 */
number: string, 
/**
 * Its date.
 */
date: string | null, };

/**
 * What is taxed at one rate.
 */
export type BillTax = { 
/**
 * The rate.
 */
rate: BillRate, 
/**
 * What is taxed.
 */
base: BillAmount, 
/**
 * The tax.
 */
amount: BillAmount, 
/**
 * Why there is none, empty for no word.
 */
reason: string, };

/**
 * A text of `bills.ftl` with what it mentions.
 */
export type BillText = { 
/**
 * The text's id.
 */
message_key: string, 
/**
 * What it mentions.
 */
params: { [key in string]: string }, };

/**
 * The sums, as the bill states them.
 */
export type BillTotals = { 
/**
 * All lines.
 */
lines: BillAmount, 
/**
 * Without tax.
 */
without_tax: BillAmount, 
/**
 * The tax; none where it states none.
 */
tax: BillAmount | null, 
/**
 * With tax.
 */
with_tax: BillAmount, 
/**
 * What was paid before.
 */
paid: BillAmount | null, 
/**
 * What the sum was rounded by.
 */
rounding: BillAmount | null, 
/**
 * What is to be paid.
 */
due: BillAmount, };

/**
 * Whether a file keeps the rules that it declares.
 */
export type BillVerdict = "valid" | "breaks_rules" | "unreadable";

/**
 * Whom a draft bills and in which money: one field, for its parts only make sense together.
 */
export type Billing = { 
/**
 * The client; none while not chosen.
 */
client_id: ClientId | null, 
/**
 * The currency.
 */
currency: Currency, 
/**
 * Whether the prices contain the tax.
 */
tax_mode: TaxMode, };

/**
 * A business with how its copy stands.
 */
export type Business = { 
/**
 * The account: this person's sign-in at that server, on this computer.
 */
account: string, 
/**
 * The business's name; empty where the keyring does not tell it.
 */
name: string, 
/**
 * Its server's address; empty for the one on this computer.
 */
server: string, 
/**
 * Whether it is the one in the window.
 */
shown: boolean, 
/**
 * The person's name there, when the copy is open.
 */
person: string | null, 
/**
 * The person's role there, when the copy is open.
 */
role: Role | null, 
/**
 * Whether the copy may be used.
 */
state: BusinessState, 
/**
 * How it stands to its server, when it is open.
 */
status: SyncStatus | null, 
/**
 * When everything that the server had was last here; none for never, or while it is not open.
 */
synced_at: string | null, 
/**
 * The month's packs that are being saved, or have ended since the app was started, oldest first.
 */
packs: Array<Save>, };

/**
 * The businesses of this desktop.
 */
export type BusinessList = { 
/**
 * Those that there is a copy of, in the order in which they came.
 */
businesses: Array<Business>, 
/**
 * Those whose copy is gone because the access was taken away, until a person has seen it.
 */
ended: Array<EndedBusiness>, };

/**
 * What stands open in one business.
 */
export type BusinessLook = { 
/**
 * What is owed, by currency.
 */
owed: Array<Owed>, 
/**
 * How many threads have something unread.
 */
unread: number, 
/**
 * The month's end; none for a role that closes no months.
 */
month: BusinessMonth | null, };

/**
 * How far a business's month is from being closed.
 */
export type BusinessMonth = { 
/**
 * How many points of the checklist stand open.
 */
open: number, 
/**
 * How many points it has.
 */
points: number, };

/**
 * Records of a business changed.
 */
export type BusinessPoke = { 
/**
 * Which; none when it is the list of businesses, or which of them is shown.
 */
account: string | null, 
/**
 * The kinds of record; empty for any.
 */
kinds: Array<Kind>, };

/**
 * Whether a business's copy may be used.
 */
export type BusinessState = { "state": "opening" } | { "state": "open" } | { "state": "copying" } | { "state": "locked" } | { "state": "signed_out" } | { "state": "failed", 
/**
 * Why.
 */
problem: Problem, };

/**
 * A business stands otherwise to its server than before.
 */
export type BusinessStatus = { 
/**
 * Which.
 */
account: string, 
/**
 * How.
 */
status: SyncStatus, };

/**
 * Asks for the businesses.
 */
export type Businesses = Record<symbol, never>;

/**
 * Ends the save of a pack; what there is of it goes.
 */
export type CancelPack = { 
/**
 * Whose.
 */
account: string, 
/**
 * The save.
 */
save_id: string, };

/**
 * Ends a save; what there is of it goes.
 */
export type CancelSave = { 
/**
 * The save.
 */
save_id: string, };

/**
 * A German chart of accounts.
 */
export type Chart = "skr03" | "skr04";

/**
 * Asks what the e-invoice of a draft still asks for.
 */
export type CheckEinvoice = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * The hash of its content as the person saw it.
 */
content_hash: string, };

/**
 * Asks what undoing an import would remove.
 */
export type CheckImportUndo = { 
/**
 * The import.
 */
run_id: ImportRunId, };

/**
 * Asks how the paper of a draft comes out.
 */
export type CheckPaper = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * The hash of its content as the person saw it.
 */
content_hash: string, };

/**
 * A client.
 */
export type Client = { 
/**
 * The name that invoices are made out to.
 */
name: string, 
/**
 * The address.
 */
address: Address, 
/**
 * The tax id, empty for none.
 */
tax_id: string, 
/**
 * The language of what the client gets.
 */
language: Language, 
/**
 * The currency that the client is billed in.
 */
currency: Currency, 
/**
 * Days until an invoice is due; none for the organisation's own rule.
 */
payment_terms_days: number | null, 
/**
 * The number that the business knows the client by, empty for none.
 */
client_number: string, };

/**
 * A client with contacts, note and balances.
 */
export type ClientDetail = { 
/**
 * Its id.
 */
client_id: ClientId, 
/**
 * The client.
 */
client: Client, 
/**
 * The private note; for the business alone, none for others.
 */
note: string | null, 
/**
 * How it is billed by e-invoice; for the business alone, none for others.
 */
einvoicing: Einvoicing | null, 
/**
 * The form that it is billed in while it says nothing itself; none for no e-invoice.
 */
usual_form: EinvoiceForm | null, 
/**
 * The contacts.
 */
contacts: Array<ContactView>, 
/**
 * What the client owes, by currency.
 */
owed: Array<Owed>, 
/**
 * Values that lost when two people edited one field; for the business alone.
 */
lost: Array<LostValue>, };

/**
 * A client.
 */
export type ClientId = string;

/**
 * A page of clients.
 */
export type ClientPage = { 
/**
 * The clients.
 */
rows: Array<ClientRow>, 
/**
 * Where this page ends; none after the last.
 */
next: string | null, };

/**
 * Asks for one client.
 */
export type ClientQuery = { 
/**
 * Which.
 */
client_id: ClientId, };

/**
 * A client in a list.
 */
export type ClientRow = { 
/**
 * Its id.
 */
client_id: ClientId, 
/**
 * The client.
 */
client: Client, 
/**
 * What the client owes, by currency.
 */
owed: Array<Owed>, 
/**
 * The first contact, by name; empty for none.
 */
contact_name: string, };

/**
 * A page of clients, by name.
 */
export type ClientsQuery = { 
/**
 * That these words find; none for all.
 */
search: string | null, 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * The most rows, at most 500.
 */
limit: number, };

/**
 * What kind of refusal it is; screens branch on this alone.
 */
export type Code = "not_found" | "forbidden" | "invalid" | "changed" | "limit";

/**
 * A colour: red, green and blue. Written `#rrggbb`.
 */
export type Colour = string;

/**
 * A command's name.
 */
export type CommandName = "session" | "sign_in" | "sign_out" | "look_at_invitation" | "accept_invitation" | "open_invoice_link" | "start_here" | "restore_here" | "save_backup" | "invite" | "invoice_link" | "revoke_invoice_links" | "payment_code" | "save_pdf" | "save_einvoice" | "check_einvoice" | "check_paper" | "preview_stationery" | "preview_draft" | "invoice_pages" | "save_receipt" | "save_statement" | "put_file_piece" | "save_file" | "begin_save" | "saves" | "cancel_save" | "open_bank_statements" | "open_bill" | "save_bill_attachment" | "look_at_tables" | "preview_import" | "commit_import" | "check_import_undo" | "take_import_back" | "devices" | "end_device" | "sync_state" | "undo" | "dismiss" | "sync_now" | "businesses" | "look_at_business" | "show_business" | "save_packs" | "cancel_pack" | "forget_ended";

/**
 * Takes another tool's files over.
 */
export type CommitImport = { 
/**
 * The tool; none to find it out from the files.
 */
format: ImportFormat | null, 
/**
 * What the columns of tables mean, for the format [`ImportFormat::Table`]; guessed of a file that is not among
 * them.
 */
mappings: Array<TableMapping>, 
/**
 * The files, as they were read for the report that the person saw.
 */
files: Array<ImportFile>, 
/**
 * The report's [`ImportReport::files_sha256`].
 */
files_sha256: string, 
/**
 * The report's [`ImportReport::after`]; none from a screen that does not know of it.
 */
after: Array<ImportRunId> | null, };

/**
 * Values that lost, newest first, at most 200.
 */
export type ConflictList = { 
/**
 * The values.
 */
rows: Array<LostValue>, };

/**
 * Asks for values that lost.
 */
export type ConflictsQuery = Record<symbol, never>;

/**
 * A contact person of a client.
 */
export type Contact = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * What the person is called.
 */
first_name: string, 
/**
 * The rest of the name, empty for none.
 */
last_name: string, 
/**
 * The e-mail address, empty for none.
 */
email: string, 
/**
 * The phone number, empty for none.
 */
phone: string, 
/**
 * The language of the person's mails; none for the client's.
 */
language: Language | null, 
/**
 * Whether invoices are mailed to the person.
 */
gets_invoices: boolean, };

/**
 * A contact person of a client.
 */
export type ContactId = string;

/**
 * A contact with its sign-in.
 */
export type ContactView = { 
/**
 * Its id.
 */
contact_id: ContactId, 
/**
 * The contact.
 */
contact: Contact, 
/**
 * The sign-in, when the person has one; for the business alone.
 */
member_id: PrincipalId | null, };

/**
 * Arguments of [`crate::mutations::Mutation::CreateDraft`].
 */
export type CreateDraft = { 
/**
 * The new draft's id.
 */
draft_id: DraftId, 
/**
 * Whom it bills and how.
 */
billing: Billing, 
/**
 * The date that the invoice shall bear; none for the day of issue.
 */
issue_date: string | null, 
/**
 * Days from issue until it is due.
 */
payment_terms_days: number, 
/**
 * What stands below the lines.
 */
note: string, };

/**
 * Arguments of [`crate::mutations::Mutation::CreditInvoice`].
 */
export type CreditInvoice = { 
/**
 * The new draft's id.
 */
draft_id: DraftId, 
/**
 * The invoice that it takes back.
 */
invoice_id: InvoiceId, };

/**
 * A credit note of an invoice.
 */
export type CreditNoteRow = { 
/**
 * The credit note.
 */
invoice_id: InvoiceId, 
/**
 * Its number.
 */
number: string, 
/**
 * The date on it.
 */
issue_date: string, 
/**
 * When it was issued.
 */
issued_at: string, 
/**
 * What it gives back, above zero.
 */
amount: Money, };

/**
 * How much of a credit note is used, every amount above zero.
 */
export type CreditUse = { 
/**
 * All that it gives back.
 */
total: Money, 
/**
 * What was set against invoices and paid back.
 */
used: Money, 
/**
 * What is left.
 */
left: Money, };

/**
 * The invoice that a credit note takes back, wholly or in part, as the credit note says it (EN 16931 BG-3).
 */
export type Credited = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * Its number (BT-25).
 */
number: string, 
/**
 * The date on it (BT-26).
 */
issue_date: string, 
/**
 * Why, in the words of who credits it; empty for no reason given.
 */
reason: string, };

/**
 * The invoice that a draft takes back.
 */
export type CreditingView = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * Its number.
 */
number: string, 
/**
 * The date on it.
 */
issue_date: string, 
/**
 * What it asked.
 */
total: Money, 
/**
 * What of that no credit note has taken back.
 */
left: Money, };

/**
 * An ISO 4217 currency, written as its three-letter code.
 */
export type Currency = string;

/**
 * What a client owes in one currency, from day to day.
 */
export type CurrencyStatement = { 
/**
 * The currency.
 */
currency: Currency, 
/**
 * What the client owed before the first day; below zero when it had paid more than it was asked.
 */
opening: Money, 
/**
 * What happened, in order.
 */
movements: Array<Movement>, 
/**
 * The sum of the invoices of the period.
 */
billed: Money, 
/**
 * The sum of the payments of the period, less reversals.
 */
paid: Money, 
/**
 * What the client owes at the end of the last day: `opening + billed − paid`.
 */
closing: Money, 
/**
 * How old that is.
 */
ageing: Ageing, };

/**
 * What DATEV knows the business by. Only its tax adviser can say.
 */
export type DatevSettings = { 
/**
 * The adviser's number, 1001 to 9999999.
 */
adviser_number: number, 
/**
 * The number that the adviser knows the business by, 1 to 99999.
 */
business_number: number, 
/**
 * The chart of accounts.
 */
chart: Chart, 
/**
 * The month that the business's year begins with, 1 to 12.
 */
year_begins_in: number, };

/**
 * Arguments of [`crate::mutations::Mutation::DeleteLine`].
 */
export type DeleteLine = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * The line.
 */
line_id: LineId, 
/**
 * What the line said when the person deleted it. Where another has edited it since, the line stays and both
 * are told.
 */
seen: LineItem, };

/**
 * A mail about an invoice to a contact, and how it fares.
 */
export type Delivery = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * The contact.
 */
contact_id: ContactId, 
/**
 * The address that it goes to.
 */
email: string, 
/**
 * How it fares.
 */
state: DeliveryState, 
/**
 * What the mail server said last, empty for nothing.
 */
last_error: string, 
/**
 * When it came into this state.
 */
at: string, };

/**
 * How a mail fares.
 */
export type DeliveryState = "queued" | "sent" | "failed" | "copy_link" | "not_sent";

/**
 * A device (or browser session) that pushes mutations.
 */
export type DeviceId = string;

/**
 * What kind of device signs in.
 */
export type DeviceKind = "desktop" | "browser";

/**
 * The person's devices.
 */
export type DeviceList = { 
/**
 * The devices, last seen first.
 */
devices: Array<DeviceSummary>, };

/**
 * A device of the person.
 */
export type DeviceSummary = { 
/**
 * The device.
 */
device_id: DeviceId, 
/**
 * What it calls itself.
 */
name: string, 
/**
 * What kind it is.
 */
kind: DeviceKind, 
/**
 * When it was last heard of.
 */
seen_at: string, 
/**
 * Whether it is the one that asks.
 */
current: boolean, };

/**
 * Asks for the devices.
 */
export type Devices = Record<symbol, never>;

/**
 * Arguments of [`crate::mutations::Mutation::DiscardDraft`].
 */
export type DiscardDraft = { 
/**
 * The draft.
 */
draft_id: DraftId, };

/**
 * A reduction of a price.
 */
export type Discount = { "kind": "none" } | { "kind": "percent", "value": string } | { "kind": "amount", "value": string };

/**
 * Lets a refused change go.
 */
export type Dismiss = { 
/**
 * The change.
 */
mutation_id: MutationId, };

/**
 * A document. Its newest version is derived from its versions.
 */
export type Document = { 
/**
 * The client it belongs to.
 */
client_id: ClientId, 
/**
 * The title.
 */
title: string, 
/**
 * When it was added.
 */
added_at: string, 
/**
 * Who added it.
 */
added_by: string, };

/**
 * A document with its versions and who looked at it.
 */
export type DocumentDetail = { 
/**
 * Its id.
 */
document_id: DocumentId, 
/**
 * The document.
 */
document: Document, 
/**
 * The client's name.
 */
client_name: string, 
/**
 * Whether the client sees it.
 */
shared: boolean, 
/**
 * Its versions, newest first.
 */
versions: Array<VersionView>, 
/**
 * What happened to it, newest first; for the business alone.
 */
activity: Array<ActivityItem>, };

/**
 * A document.
 */
export type DocumentId = string;

/**
 * The documents.
 */
export type DocumentList = { 
/**
 * At most 500.
 */
rows: Array<DocumentRow>, };

/**
 * Asks for one document.
 */
export type DocumentQuery = { 
/**
 * Which.
 */
document_id: DocumentId, };

/**
 * A document in a list.
 */
export type DocumentRow = { 
/**
 * Its id.
 */
document_id: DocumentId, 
/**
 * The document.
 */
document: Document, 
/**
 * The client's name.
 */
client_name: string, 
/**
 * Whether the client sees it.
 */
shared: boolean, 
/**
 * Its newest version's id.
 */
version_id: VersionId, 
/**
 * Its newest version.
 */
version: DocumentVersion, 
/**
 * How many versions there are.
 */
versions: number, };

/**
 * One version of a document.
 */
export type DocumentVersion = { 
/**
 * The document.
 */
document_id: DocumentId, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Its size.
 */
size_bytes: number, 
/**
 * SHA-256 of its bytes, in hex.
 */
sha256: string, 
/**
 * Its media type, found by its first bytes; empty until they are there.
 */
media_type: string, 
/**
 * Whether the bytes are there.
 */
state: FileState, 
/**
 * Who brought it.
 */
added_by_id: PrincipalId, 
/**
 * Who brought it, by name.
 */
added_by: string, 
/**
 * What that person is to the business.
 */
added_by_role: Role, 
/**
 * When.
 */
added_at: string, };

/**
 * Asks for the documents, newest first.
 */
export type DocumentsQuery = { 
/**
 * Of this client alone.
 */
client_id: ClientId | null, };

/**
 * Done; there is nothing to say.
 */
export type Done = Record<symbol, never>;

/**
 * A draft.
 */
export type Draft = { 
/**
 * Whom it bills and how.
 */
billing: Billing, 
/**
 * The date that the invoice shall bear; none for the day of issue.
 */
issue_date: string | null, 
/**
 * Days from issue until it is due.
 */
payment_terms_days: number, 
/**
 * When what it bills was delivered; none when the invoice shall not say.
 */
delivered_on: string | null, 
/**
 * A reduction of the whole.
 */
discount: Discount, 
/**
 * The buyer's order number or reference, empty for none.
 */
reference: string, 
/**
 * What stands below the lines.
 */
note: string, 
/**
 * The invoice that it takes back, which makes it the draft of a credit note: its lines say, above zero, what is
 * given back.
 */
credits: InvoiceId | null, 
/**
 * Why it takes it back; empty for no reason given.
 */
credit_reason: string, 
/**
 * Where it stands.
 */
state: DraftState, 
/**
 * When it was begun.
 */
created_at: string, 
/**
 * When it was last edited.
 */
edited_at: string, };

/**
 * A draft with its lines, totals and lost values.
 */
export type DraftDetail = { 
/**
 * Its id.
 */
draft_id: DraftId, 
/**
 * The draft.
 */
draft: Draft, 
/**
 * The invoice that it takes back; none for the draft of an invoice.
 */
crediting: CreditingView | null, 
/**
 * The client's name; empty while none is chosen.
 */
client_name: string, 
/**
 * To whom it would be mailed.
 */
recipients: Array<string>, 
/**
 * The form of e-invoice that goes out with it; none for the paper alone.
 */
einvoice: EinvoiceForm | null, 
/**
 * Its lines, in order.
 */
lines: Array<DraftLineView>, 
/**
 * Its amounts.
 */
totals: Totals, 
/**
 * The hash that issuing carries.
 */
content_hash: string, 
/**
 * Why it cannot be issued yet; none when it can.
 */
hindrance: Refusal | null, 
/**
 * The invoice that issuing it creates.
 */
invoice_id: InvoiceId, 
/**
 * Values that lost when two people edited one field, newest first.
 */
lost: Array<LostValue>, };

/**
 * A draft of an invoice.
 */
export type DraftId = string;

/**
 * A line of a draft with its amounts.
 */
export type DraftLineView = { 
/**
 * Its id.
 */
line_id: LineId, 
/**
 * What it says.
 */
item: LineItem, 
/**
 * What it comes to.
 */
net: Money, };

/**
 * The drafts, last edited first.
 */
export type DraftList = { 
/**
 * The drafts.
 */
rows: Array<DraftRow>, };

/**
 * Asks for one draft.
 */
export type DraftQuery = { 
/**
 * Which.
 */
draft_id: DraftId, };

/**
 * A draft in a list.
 */
export type DraftRow = { 
/**
 * Its id.
 */
draft_id: DraftId, 
/**
 * The client's name; empty while none is chosen.
 */
client_name: string, 
/**
 * What it adds up to; below zero for a credit note.
 */
total: Money, 
/**
 * Whether it waits for the server to issue it.
 */
waiting: boolean, 
/**
 * When it was last edited.
 */
edited_at: string, 
/**
 * Whether it is the draft of a credit note.
 */
is_credit_note: boolean, };

/**
 * Where a draft stands.
 */
export type DraftState = "open" | "waiting";

/**
 * Asks for the drafts.
 */
export type DraftsQuery = { 
/**
 * Of this client alone.
 */
client_id: ClientId | null, };

/**
 * Arguments of [`crate::mutations::Mutation::EditClient`].
 */
export type EditClient = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The changes.
 */
edits: Array<FieldEdit>, };

/**
 * Arguments of [`crate::mutations::Mutation::EditContact`].
 */
export type EditContact = { 
/**
 * The contact.
 */
contact_id: ContactId, 
/**
 * The changes.
 */
edits: Array<FieldEdit>, };

/**
 * Arguments of [`crate::mutations::Mutation::EditDraft`].
 */
export type EditDraft = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * The changes.
 */
edits: Array<FieldEdit>, };

/**
 * Arguments of [`crate::mutations::Mutation::EditLine`].
 */
export type EditLine = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * The line.
 */
line_id: LineId, 
/**
 * The changes.
 */
edits: Array<FieldEdit>, };

/**
 * Arguments of [`crate::mutations::Mutation::EditOrganisation`].
 */
export type EditOrganisation = { 
/**
 * The changes.
 */
edits: Array<FieldEdit>, };

/**
 * What is missing; nothing when the draft can be issued, when its client gets no e-invoice, or when something else
 * keeps it from being issued.
 */
export type EinvoiceCheck = { 
/**
 * What must be filled in or chosen otherwise.
 */
missing: Array<EinvoiceMissing>, };

/**
 * Whether and how somebody is billed by e-invoice.
 */
export type EinvoiceChoice = "usual" | "off" | EinvoiceForm;

/**
 * A form of e-invoice.
 */
export type EinvoiceForm = "ubl" | "cii" | "x_rechnung" | "peppol" | "factur_x";

/**
 * Something that an e-invoice still asks for.
 */
export type EinvoiceMissing = { 
/**
 * Where it is filled in.
 */
place: EinvoicePlace, 
/**
 * The field there; empty where a rule names none.
 */
field: string, 
/**
 * The text's id in `einvoicing.ftl`.
 */
message_key: string, 
/**
 * What the text mentions.
 */
params: { [key in string]: string }, };

/**
 * Where something that is missing is filled in.
 */
export type EinvoicePlace = "organisation" | "client" | "draft";

/**
 * What an invoice goes out with as data, as agreed when it was issued.
 */
export type EinvoiceTerms = { 
/**
 * The form.
 */
form: EinvoiceForm, 
/**
 * The business's electronic address (BT-34).
 */
seller_endpoint: Endpoint, 
/**
 * The client's electronic address (BT-49).
 */
buyer_endpoint: Endpoint, 
/**
 * What the client asks to find on its invoices (BT-10), empty for the invoice's reference.
 */
buyer_reference: string, 
/**
 * Why exempt lines bear no tax (BT-120).
 */
exemption_reason: string, };

/**
 * How invoices go out as data. A client's has the client's id; the business's own, with what holds for every client
 * that says nothing else, has the organisation's.
 */
export type Einvoicing = { 
/**
 * Whether and how.
 */
choice: EinvoiceChoice, 
/**
 * The electronic address of the client, or of the business.
 */
endpoint: Endpoint, 
/**
 * What the client asks to find on its invoices, such as a Leitweg-ID; empty for the invoice's own reference.
 */
buyer_reference: string, 
/**
 * Why exempt lines bear no tax; empty for the business's own reason.
 */
exemption_reason: string, };

/**
 * Ends a device.
 */
export type EndDevice = { 
/**
 * The device.
 */
device_id: DeviceId, };

/**
 * Arguments of [`crate::mutations::Mutation::EndMember`].
 */
export type EndMember = { 
/**
 * The member.
 */
principal_id: PrincipalId, };

/**
 * A business that the person has no access to any more.
 */
export type EndedBusiness = { 
/**
 * The account.
 */
account: string, 
/**
 * The business's name; empty where the keyring does not tell it.
 */
name: string, 
/**
 * What was done, and where unsent work lies.
 */
problem: Problem, };

/**
 * An electronic address: where a network delivers invoices to. Both texts are empty for none.
 */
export type Endpoint = { 
/**
 * The scheme, a code of the EAS list such as `9930` or `EM`.
 */
scheme: string, 
/**
 * The address in that scheme.
 */
address: string, };

/**
 * Arguments of [`crate::mutations::Mutation::ExportPack`]: a bulk export is one look.
 */
export type ExportPack = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * How many invoices it holds.
 */
invoices: number, 
/**
 * How many payments it holds.
 */
payments: number, };

/**
 * A change of one field.
 */
export type FieldEdit = { 
/**
 * The field's name, as in the record's JSON.
 */
field: string, 
/**
 * The value that the person saw.
 */
from: unknown, 
/**
 * The value that it shall have.
 */
to: unknown, };

/**
 * A value that lost when two people edited one field: kept and shown.
 */
export type FieldHistory = { 
/**
 * The kind of the record that was edited.
 */
about_kind: Kind, 
/**
 * The record that was edited.
 */
about_id: string, 
/**
 * The field's name; `deleted` when an edit met a record that the other had deleted.
 */
field: string, 
/**
 * The value that was replaced.
 */
lost: unknown, 
/**
 * The value that stands.
 */
kept: unknown, 
/**
 * Who brought the value that stands.
 */
kept_by: string, 
/**
 * When.
 */
at: string, };

/**
 * How far a file is.
 */
export type FileProgress = { 
/**
 * How many bytes are there.
 */
offset: number, 
/**
 * Whether it is whole and its hash holds.
 */
complete: boolean, };

/**
 * Whether a version's bytes are there.
 */
export type FileState = "awaiting" | "stored";

/**
 * Says no more that a business has ended.
 */
export type ForgetEnded = { 
/**
 * The account.
 */
account: string, };

/**
 * A permission to see rows: of these clients, on these sides, of these kinds.
 */
export type Grant = { 
/**
 * Which clients.
 */
reach: Reach, 
/**
 * Which sides.
 */
sides: Array<Side>, 
/**
 * Which kinds.
 */
kinds: Kinds, };

/**
 * A client's home.
 */
export type Home = { 
/**
 * The day it is.
 */
date: string, 
/**
 * What is owed, by currency.
 */
owed: Array<Owed>, 
/**
 * Open invoices, due first, at most 50.
 */
open: Array<InvoiceRow>, 
/**
 * Credit notes with credit left, newest first, at most 50.
 */
credits: Array<InvoiceRow>, 
/**
 * Paid lately, newest first, at most 5.
 */
paid: Array<InvoiceRow>, 
/**
 * Threads with something unread, newest first, at most 5.
 */
unread: Array<ThreadRow>, 
/**
 * The newest documents, at most 5.
 */
documents: Array<DocumentRow>, };

/**
 * Asks for a client's home.
 */
export type HomeQuery = Record<symbol, never>;

/**
 * Where the screens run.
 */
export type Host = "desktop" | "browser";

/**
 * Arguments of [`crate::mutations::Mutation::ImportBatch`]. What is there already is left as it is.
 */
export type ImportBatch = { 
/**
 * The tool that the files come from.
 */
source: string, 
/**
 * SHA-256 of the files, in hex.
 */
files_sha256: string, 
/**
 * The names of the files.
 */
files: Array<string>, 
/**
 * The imports that had been made when this one was put together. It is refused where others have been made or
 * undone since: what is there of the source decides what comes. None where nobody looked.
 */
after: Array<ImportRunId> | null, 
/**
 * The clients.
 */
clients: Array<ImportedClient>, 
/**
 * The invoices.
 */
invoices: Array<ImportedInvoice>, 
/**
 * The payments.
 */
payments: Array<ImportedPayment>, };

/**
 * A file of an import.
 */
export type ImportFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its bytes in Base64.
 */
bytes: string, };

/**
 * A tool whose exports can be taken over.
 */
export type ImportFormat = "invoice-ninja" | "zoho-invoice" | "quickbooks-online" | "xero" | "freshbooks" | "wave" | "frappe-books" | "vcard" | "table";

/**
 * A line that is refused, or that was read with a doubt.
 */
export type ImportIssue = { 
/**
 * The file.
 */
file: string, 
/**
 * The line where the record begins, from 1, as a text editor counts.
 */
line: number, 
/**
 * Whether the line is left out; else it comes, with the doubt noted.
 */
refused: boolean, 
/**
 * The reason's text in `errors.ftl`.
 */
message_key: string, 
/**
 * What the text mentions: the column and the value.
 */
params: { [key in string]: string }, };

/**
 * The imports that were made, the newest first, at most 100.
 */
export type ImportList = { 
/**
 * The imports.
 */
imports: Array<ImportRow>, };

/**
 * What an import brings, or brought.
 */
export type ImportReport = { 
/**
 * The tool whose export the files were read as; none when they are none of those that are known.
 */
format: ImportFormat | null, 
/**
 * SHA-256 of the files, in hex.
 */
files_sha256: string, 
/**
 * How many clients come.
 */
clients: number, 
/**
 * How many invoices come.
 */
invoices: number, 
/**
 * How many payments come.
 */
payments: number, 
/**
 * How many records were there already and are left as they are.
 */
known: number, 
/**
 * Lines that are refused or doubtful.
 */
issues: Array<ImportIssue>, 
/**
 * Sums compared with the source.
 */
totals: Array<ImportTotals>, 
/**
 * Whether it was committed.
 */
committed: boolean, 
/**
 * The imports that had been made when the files were read. When others are made or undone meanwhile, the files
 * are to be read again.
 */
after: Array<ImportRunId>, };

/**
 * An import that was made.
 */
export type ImportRow = { 
/**
 * Its id.
 */
run_id: ImportRunId, 
/**
 * It.
 */
run: ImportRun, 
/**
 * Whether it is known what it brought, so that it can be undone as long as nothing has happened to that.
 */
is_listed: boolean, };

/**
 * An import that was committed.
 */
export type ImportRun = { 
/**
 * The tool that the files come from.
 */
source: string, 
/**
 * SHA-256 of the files, in hex.
 */
files_sha256: string, 
/**
 * The names of the files; none for an import that was made before they were kept.
 */
files: Array<string>, 
/**
 * How many clients were added.
 */
clients: number, 
/**
 * How many invoices were added.
 */
invoices: number, 
/**
 * How many payments were added.
 */
payments: number, 
/**
 * When.
 */
at: string, 
/**
 * Who.
 */
by: string, };

/**
 * An import that was made.
 */
export type ImportRunId = string;

/**
 * How a table looks.
 */
export type ImportTable = { 
/**
 * Its headings.
 */
headings: Array<string>, 
/**
 * Its first rows.
 */
rows: Array<Array<string>>, 
/**
 * What is guessed of it.
 */
guess: TableMapping, 
/**
 * Whether nothing in it decides how dates are written.
 */
dates_open: boolean, 
/**
 * Whether nothing in it decides how numbers are written.
 */
numbers_open: boolean, };

/**
 * How tables look: one for each file, or for each sheet of a workbook.
 */
export type ImportTables = { 
/**
 * The tables.
 */
tables: Array<ImportTable>, };

/**
 * Sums of an import in one currency, beside those of the source.
 */
export type ImportTotals = { 
/**
 * The currency.
 */
currency: Currency, 
/**
 * The invoices' amounts as the source states them, of what comes.
 */
source_invoiced: Money, 
/**
 * The invoices' amounts as they come.
 */
invoiced: Money, 
/**
 * The balances as the source states them, of what comes.
 */
source_balance: Money, 
/**
 * The balances as they come.
 */
balance: Money, 
/**
 * The payments as they come.
 */
paid: Money, };

/**
 * What undoing an import would remove.
 */
export type ImportUndoCheck = { 
/**
 * How many clients.
 */
clients: number, 
/**
 * How many contacts.
 */
contacts: number, 
/**
 * How many invoices.
 */
invoices: number, 
/**
 * How many payments.
 */
payments: number, 
/**
 * Their sums, by currency.
 */
sums: Array<ImportUndoSums>, 
/**
 * Why it cannot be undone; none when it can.
 */
problem: Problem | null, };

/**
 * Sums in one currency of what an undoing removes.
 */
export type ImportUndoSums = { 
/**
 * The currency.
 */
currency: Currency, 
/**
 * The invoices' amounts.
 */
invoiced: Money, 
/**
 * The payments.
 */
paid: Money, };

/**
 * A client to take over.
 */
export type ImportedClient = { 
/**
 * What the other tool knows the client by: ids are derived from it, so that a second import meets the first.
 */
key: string, 
/**
 * The client.
 */
client: Client, 
/**
 * Its contacts; their `client_id` is put right by the import.
 */
contacts: Array<Contact>, };

/**
 * An invoice to take over.
 */
export type ImportedInvoice = { 
/**
 * The key of its client.
 */
client_key: string, 
/**
 * The invoice; its `client_id` is put right by the import.
 */
invoice: Invoice, 
/**
 * When it had reached the client, when the other tool says so.
 */
sent_at: string | null, };

/**
 * A payment to take over.
 */
export type ImportedPayment = { 
/**
 * The key of its client.
 */
client_key: string, 
/**
 * What tells it from the others: invoice, date, amount and which of equal ones it is.
 */
key: string, 
/**
 * The number of the invoice it paid; none for a credit.
 */
invoice_number: string | null, 
/**
 * The day it came.
 */
received_on: string, 
/**
 * How much; below zero for a refund.
 */
amount: Money, 
/**
 * How.
 */
method: PaymentMethod, 
/**
 * The payer's reference, empty for none.
 */
reference: string, };

/**
 * Asks for the imports that were made.
 */
export type ImportsQuery = Record<symbol, never>;

/**
 * What an invitation says before it is accepted: `POST /api/invitations/look`.
 */
export type InvitationLook = { 
/**
 * Who invites.
 */
org_name: string, 
/**
 * Whom.
 */
name: string, 
/**
 * The e-mail address that will sign in.
 */
email: string, 
/**
 * As what.
 */
role: Role, 
/**
 * The language to ask in.
 */
language: Language, };

/**
 * Invites a person.
 */
export type Invite = { 
/**
 * Whom.
 */
invitation: InviteRequest, };

/**
 * `POST /api/invitations`
 */
export type InviteRequest = { 
/**
 * Whom to write to.
 */
email: string, 
/**
 * The person's name.
 */
name: string, 
/**
 * The role that the person gets.
 */
role: Role, 
/**
 * The contact that the person is, for a client's.
 */
contact_id: ContactId | null, };

/**
 * An invoice. Nothing in it changes once it is written.
 */
export type Invoice = { 
/**
 * The number, as on paper.
 */
number: string, 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * Where it comes from.
 */
origin: Origin, 
/**
 * The business.
 */
seller: Party, 
/**
 * How to pay.
 */
bank: BankDetails, 
/**
 * The client, as billed.
 */
buyer: Party, 
/**
 * The language of its paper.
 */
language: Language, 
/**
 * The currency.
 */
currency: Currency, 
/**
 * Whether the prices contain the tax.
 */
tax_mode: TaxMode, 
/**
 * The date on it.
 */
issue_date: string, 
/**
 * When it is to be paid.
 */
due_date: string, 
/**
 * When what it bills was delivered; none when it does not say.
 */
delivered_on: string | null, 
/**
 * The buyer's order number or reference, empty for none.
 */
reference: string, 
/**
 * What stands below the lines.
 */
note: string, 
/**
 * The reduction of the whole, as agreed.
 */
discount: Discount, 
/**
 * The lines.
 */
lines: Array<InvoiceLine>, 
/**
 * The sum of the lines' `net`.
 */
subtotal: Money, 
/**
 * The discount of the whole.
 */
discount_total: Money, 
/**
 * What is left, without tax.
 */
taxable_total: Money, 
/**
 * One for each tax that occurs.
 */
taxes: Array<TaxLine>, 
/**
 * The sum of the taxes.
 */
tax_total: Money, 
/**
 * What is asked.
 */
total: Money, 
/**
 * What it goes out with as data beside its paper; none for the paper alone.
 */
einvoice: EinvoiceTerms | null, 
/**
 * The invoice that it takes back, which makes it a credit note: its amounts are below zero then.
 */
credits: Credited | null, 
/**
 * When it was issued or imported.
 */
issued_at: string, };

/**
 * An invoice with all that happened to it.
 */
export type InvoiceDetail = { 
/**
 * Its id.
 */
invoice_id: InvoiceId, 
/**
 * The invoice.
 */
invoice: Invoice, 
/**
 * What its paper says; none for an invoice, whose paper says what it says.
 */
face: Invoice | null, 
/**
 * How much of it is used; none for an invoice.
 */
credit: CreditUse | null, 
/**
 * Where it stands.
 */
standing: InvoiceStanding, 
/**
 * The status.
 */
status: InvoiceStatus, 
/**
 * How many days late; 0 for none.
 */
days_late: number, 
/**
 * Its PDF; none until it is rendered.
 */
pdf: InvoicePdf | null, 
/**
 * Its payments and reversals, oldest first; without set-offs.
 */
payments: Array<InvoicePayment>, 
/**
 * What they come to; below zero for a credit that was paid out.
 */
paid: Money, 
/**
 * The set-offs, oldest first, those that were taken back included.
 */
set_offs: Array<SetOff>, 
/**
 * What those that stand come to.
 */
set_off: Money, 
/**
 * The credit notes that take it back, oldest first.
 */
credit_notes: Array<CreditNoteRow>, 
/**
 * What no credit note has taken back; none where nothing is left, and for a credit note.
 */
left_to_credit: Money | null, 
/**
 * Its mails; for the business alone.
 */
deliveries: Array<Delivery>, 
/**
 * What happened to it, newest first; for the business alone.
 */
activity: Array<ActivityItem>, 
/**
 * The thread about it, when there is one.
 */
thread_id: ThreadId | null, 
/**
 * The day it is in the organisation's time zone.
 */
today: string, };

/**
 * Which invoices a list shows.
 */
export type InvoiceFilter = "all" | "open" | "overdue" | "paid" | "unsent" | "credit_notes";

/**
 * An issued or imported invoice.
 */
export type InvoiceId = string;

/**
 * A line with its amounts.
 */
export type InvoiceLine = { 
/**
 * What it says.
 */
item: LineItem, 
/**
 * Its amounts.
 */
amounts: LineAmounts, };

/**
 * Makes a link to an invoice.
 */
export type InvoiceLink = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, };

/**
 * A page of invoices.
 */
export type InvoicePage = { 
/**
 * The invoices.
 */
rows: Array<InvoiceRow>, 
/**
 * Where this page ends; none after the last.
 */
next: string | null, 
/**
 * How many there are in all that fit the filter (not the search).
 */
count: number, };

/**
 * Asks for the pages of what was issued, drawn from the PDF itself.
 */
export type InvoicePages = { 
/**
 * The invoice or credit note.
 */
invoice_id: InvoiceId, };

/**
 * A payment's part for an invoice.
 */
export type InvoicePayment = { 
/**
 * The payment.
 */
payment_id: PaymentId, 
/**
 * The payment.
 */
payment: Payment, 
/**
 * How much of it went to this invoice.
 */
amount: Money, 
/**
 * Whether it was reversed.
 */
reversed: boolean, };

/**
 * The PDF of an invoice as it was rendered at issue; its id is the invoice's.
 */
export type InvoicePdf = { 
/**
 * SHA-256 of the file, in hex.
 */
sha256: string, 
/**
 * Its size.
 */
size_bytes: number, };

/**
 * Asks for one invoice.
 */
export type InvoiceQuery = { 
/**
 * Which.
 */
invoice_id: InvoiceId, };

/**
 * An invoice in a list.
 */
export type InvoiceRow = { 
/**
 * Its id.
 */
invoice_id: InvoiceId, 
/**
 * Its number.
 */
number: string, 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The client's name.
 */
client_name: string, 
/**
 * The date on it.
 */
issue_date: string, 
/**
 * When it is to be paid.
 */
due_date: string, 
/**
 * What was asked.
 */
total: Money, 
/**
 * What is left to pay.
 */
amount_due: Money, 
/**
 * The status.
 */
status: InvoiceStatus, 
/**
 * How many days late; 0 for none.
 */
days_late: number, 
/**
 * What is left of a credit note, above zero; none for an invoice.
 */
credit_left: Money | null, };

/**
 * Where an invoice stands; its id is the invoice's.
 */
export type InvoiceStanding = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The currency.
 */
currency: Currency, 
/**
 * The date on it.
 */
issue_date: string, 
/**
 * When it is to be paid.
 */
due_date: string, 
/**
 * What was asked.
 */
total: Money, 
/**
 * The sum of its allocations, those of set-offs included.
 */
amount_paid: Money, 
/**
 * What is left to pay; below zero when too much was paid, and while a credit note's credit is not used up.
 */
amount_due: Money, 
/**
 * What credit notes take back of it; none while none does.
 */
amount_credited: Money | null, 
/**
 * When it reached the client; none before.
 */
sent_at: string | null, 
/**
 * When someone of the client first opened it here; none before.
 */
viewed_at: string | null, 
/**
 * Who that was; empty before.
 */
viewed_by: string, };

/**
 * An invoice's status, derived. Overdue is no status: see [`InvoiceStanding::days_late`].
 */
export type InvoiceStatus = "issued" | "sent" | "viewed" | "partially_paid" | "paid" | "credited";

/**
 * A page of invoices, newest first.
 */
export type InvoicesQuery = { 
/**
 * Which.
 */
filter: InvoiceFilter, 
/**
 * Of this client alone.
 */
client_id: ClientId | null, 
/**
 * That these words find; none for all.
 */
search: string | null, 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * The most rows, at most 500.
 */
limit: number, };

/**
 * Arguments of [`crate::mutations::Mutation::IssueInvoice`].
 */
export type IssueInvoice = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * [`content_hash`] of the draft as the person saw it.
 */
content_hash: string, 
/**
 * Whether it is mailed to the client's contacts at once.
 */
send: boolean, };

/**
 * Arguments of [`crate::mutations::Mutation::KeepDelivery`].
 */
export type KeepDelivery = { 
/**
 * The delivery's id: one for each mail.
 */
delivery_id: string, 
/**
 * The mail and how it fares.
 */
delivery: Delivery, };

/**
 * Arguments of [`crate::mutations::Mutation::KeepFile`].
 */
export type KeepFile = { 
/**
 * The version whose bytes are safe.
 */
version_id: VersionId, 
/**
 * The media type found by its first bytes.
 */
media_type: string, };

/**
 * Arguments of [`crate::mutations::Mutation::KeepPdf`].
 */
export type KeepPdf = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * The file that was rendered for it.
 */
pdf: InvoicePdf, };

/**
 * A kind of record. Its table has the name that [`Kind::table`] gives.
 */
export type Kind = "organisation" | "member" | "series" | "client" | "client_note" | "einvoicing" | "stationery" | "contact" | "draft" | "draft_line" | "invoice" | "invoice_standing" | "invoice_pdf" | "delivery" | "payment" | "allocation" | "thread" | "message" | "read_mark" | "document" | "document_version" | "field_history" | "import_run" | "import_part" | "activity" | "trail_link";

/**
 * Which kinds of record a grant shows.
 */
export type Kinds = "all" | "money" | "portal";

/**
 * A language of the texts in `locales/`.
 */
export type Language = "en" | "hi" | "ta" | "eo";

/**
 * The amounts of one line.
 */
export type LineAmounts = { 
/**
 * Quantity times unit price.
 */
gross: Money, 
/**
 * The line's discount, not below zero for a positive line.
 */
discount: Money, 
/**
 * What is left: EN 16931 BT-131.
 */
net: Money, };

/**
 * A line of a draft.
 */
export type LineId = string;

/**
 * What a line says, in a draft and in an issued invoice alike.
 */
export type LineItem = { 
/**
 * What is billed.
 */
description: string, 
/**
 * How much of it, an exact decimal; below zero for a return.
 */
quantity: string, 
/**
 * What one is called: hour, piece; empty for none.
 */
unit: string, 
/**
 * The price of one in major units, an exact decimal.
 */
unit_price: string, 
/**
 * A reduction of this line.
 */
discount: Discount, 
/**
 * The taxes on it; none for an untaxed line.
 */
taxes: Array<Tax>, };

/**
 * Lines billed before, best first, at most 10.
 */
export type LineSuggestionList = { 
/**
 * The lines.
 */
items: Array<LineItem>, };

/**
 * Asks for lines billed before whose description begins with or contains these words.
 */
export type LineSuggestions = { 
/**
 * The words; empty for the latest.
 */
text: string, 
/**
 * Of this client first.
 */
client_id: ClientId | null, };

/**
 * A link that opens one thing.
 */
export type LinkAnswer = { 
/**
 * The link.
 */
url: string, 
/**
 * Whether it was mailed; where no mail server is set up it is there to be copied.
 */
mailed: boolean, 
/**
 * Until when it opens.
 */
expires_at: string, };

/**
 * The logo's file, as it was given.
 */
export type Logo = { 
/**
 * What it is.
 */
kind: PictureKind, 
/**
 * Its bytes in Base64, at most [`LOGO_BYTES_MAX`] before coding.
 */
bytes: string, };

/**
 * What becomes of the logo.
 */
export type LogoChange = { "kind": "keep" } | { "kind": "remove" } | { "kind": "put", "logo": Logo };

/**
 * Asks about one business.
 */
export type LookAtBusiness = { 
/**
 * The account.
 */
account: string, 
/**
 * The month's year.
 */
year: number, 
/**
 * The month, 1 to 12.
 */
month: number, };

/**
 * Asks what an invitation says.
 */
export type LookAtInvitation = { 
/**
 * The invitation's link, or in a browser its token.
 */
link: string, };

/**
 * Asks how tables look, to say what their columns mean.
 */
export type LookAtTables = { 
/**
 * The files.
 */
files: Array<ImportFile>, };

/**
 * A value that lost.
 */
export type LostValue = { 
/**
 * Its id.
 */
history_id: string, 
/**
 * What happened.
 */
history: FieldHistory, 
/**
 * What the record is called.
 */
about: string, 
/**
 * The record to open.
 */
open_kind: Kind, 
/**
 * The record to open.
 */
open_id: string, };

/**
 * Arguments of [`crate::mutations::Mutation::MarkRead`].
 */
export type MarkRead = { 
/**
 * The thread.
 */
thread_id: ThreadId, 
/**
 * Everything sent up to here is read.
 */
up_to: string, };

/**
 * Arguments of [`crate::mutations::Mutation::MarkSent`].
 */
export type MarkSent = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, };

/**
 * A person with a sign-in; its id is the principal's.
 */
export type Member = { 
/**
 * The name.
 */
name: string, 
/**
 * The e-mail address that the person signs in with.
 */
email: string, 
/**
 * The role.
 */
role: Role, 
/**
 * The client that a client's contact belongs to.
 */
client_id: ClientId | null, 
/**
 * The contact that the person is.
 */
contact_id: ContactId | null, 
/**
 * When the membership ended; none while it lasts.
 */
ended_at: string | null, };

/**
 * A person with a sign-in.
 */
export type MemberRow = { 
/**
 * Its id.
 */
principal_id: PrincipalId, 
/**
 * The person.
 */
member: Member, };

/**
 * An open invoice.
 */
export type MentionedInvoice = { 
/**
 * Its id.
 */
invoice_id: InvoiceId, 
/**
 * Whom it bills.
 */
client_id: ClientId, 
/**
 * Its number.
 */
number: string, };

/**
 * The only open invoice that is mentioned.
 */
export type MentionedInvoiceAnswer = { 
/**
 * It; none where the words mention several, or none.
 */
invoice: MentionedInvoice | null, };

/**
 * Asks which open invoice a payer's words mention.
 */
export type MentionedInvoiceQuery = { 
/**
 * The words.
 */
text: string, 
/**
 * The currency that was paid in.
 */
currency: Currency, };

/**
 * A message; never changes.
 */
export type Message = { 
/**
 * The thread.
 */
thread_id: ThreadId, 
/**
 * The words; may be empty in a call request or with an attachment.
 */
text: string, 
/**
 * What kind of message it is.
 */
kind: MessageKind, 
/**
 * The documents that go with it.
 */
attachments: Array<DocumentId>, 
/**
 * Who wrote it.
 */
author_id: PrincipalId, 
/**
 * Who wrote it, by name.
 */
author_name: string, 
/**
 * What the author is to the business.
 */
author_role: Role, 
/**
 * When the server took it; the time of the desk until then.
 */
sent_at: string, };

/**
 * A message.
 */
export type MessageId = string;

/**
 * What kind of message it is.
 */
export type MessageKind = { "kind": "text" } | { "kind": "call_request", 
/**
 * The number to call.
 */
phone: string, };

/**
 * A message in its thread.
 */
export type MessageView = { 
/**
 * Its id.
 */
message_id: MessageId, 
/**
 * The message.
 */
message: Message, 
/**
 * The documents that go with it, as far as they are there.
 */
attachments: Array<DocumentRow>, 
/**
 * Whether the asker wrote it.
 */
mine: boolean, };

/**
 * Letters that no font has, and where they stand.
 */
export type MissingLetters = { 
/**
 * What is written as one letter.
 */
letters: string, 
/**
 * Where they can be changed.
 */
place: EinvoicePlace, 
/**
 * The line of the draft, counted from one.
 */
line: number | null, };

/**
 * An amount: minor units (cents, paise, fils) of a currency.
 */
export type Money = { 
/**
 * Whole minor units; within ±(2^53 − 1), so that a screen can hold it exactly.
 */
minor: number, 
/**
 * The currency.
 */
currency: Currency, };

/**
 * One line of the checklist.
 */
export type MonthCheck = { 
/**
 * What is looked at.
 */
kind: MonthCheckKind, 
/**
 * How many there are; 0 is good.
 */
count: number, 
/**
 * The first of them.
 */
items: Array<MonthCheckItem>, };

/**
 * A thing that a line of the checklist counts.
 */
export type MonthCheckItem = { 
/**
 * What is to be opened: the draft, the invoice, or the client; none for a number that is missing.
 */
id: string | null, 
/**
 * Its number, or the client's name; empty for a draft without a client.
 */
label: string, };

/**
 * A thing to look at before a month is closed.
 */
export type MonthCheckKind = "old_drafts" | "unallocated_payments" | "number_gaps" | "unsent_invoices" | "pdfs_missing" | "clients_without_tax_id";

/**
 * Asks for a month.
 */
export type MonthQuery = { 
/**
 * The year.
 */
year: number, 
/**
 * The month, 1 to 12.
 */
month: number, };

/**
 * A month.
 */
export type MonthSummary = { 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * Sums by currency.
 */
totals: Array<MonthTotals>, 
/**
 * The checklist.
 */
checks: Array<MonthCheck>, };

/**
 * Sums in one currency.
 */
export type MonthTotals = { 
/**
 * The currency.
 */
currency: Currency, 
/**
 * How many invoices, without credit notes.
 */
invoices: number, 
/**
 * How many credit notes.
 */
credit_notes: number, 
/**
 * The sum of both without tax; a credit note's is below zero.
 */
taxable_total: Money, 
/**
 * Their tax.
 */
tax_total: Money, 
/**
 * Their sum.
 */
total: Money, 
/**
 * How many payments, reversals included.
 */
payments: number, 
/**
 * The sum of the payments.
 */
received: Money, };

/**
 * Arguments of [`crate::mutations::Mutation::MoveLine`].
 */
export type MoveLine = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * The line.
 */
line_id: LineId, 
/**
 * The line that it shall follow; none for the first place.
 */
after: LineId | null, };

/**
 * One line of a statement.
 */
export type Movement = { 
/**
 * The day.
 */
date: string, 
/**
 * What happened.
 */
what: MovementKind, 
/**
 * By how much the client owes more; below zero for a payment.
 */
amount: Money, 
/**
 * What the client owes after it.
 */
balance: Money, };

/**
 * What moved the balance.
 */
export type MovementKind = { "kind": "invoice", 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * Its number.
 */
number: string, 
/**
 * When it is to be paid.
 */
due_date: string, } | { "kind": "credit_note", 
/**
 * The credit note.
 */
invoice_id: InvoiceId, 
/**
 * Its number.
 */
number: string, } | { "kind": "payment", 
/**
 * The payment.
 */
payment_id: PaymentId, 
/**
 * How.
 */
method: PaymentMethod, 
/**
 * The payer's reference, empty for none.
 */
reference: string, } | { "kind": "refund", 
/**
 * The payment below zero.
 */
payment_id: PaymentId, 
/**
 * How.
 */
method: PaymentMethod, 
/**
 * The reference, empty for none.
 */
reference: string, } | { "kind": "reversal", 
/**
 * The payment that was taken back.
 */
payment_id: PaymentId, 
/**
 * The day it had come; none when it is not among the facts.
 */
received_on: string | null, };

/**
 * A host's answer to [`MutateRequest`]. A refusal is a [`Problem`].
 */
export type MutateAnswer = { 
/**
 * The change's id.
 */
mutation_id: MutationId, 
/**
 * Whether it stands on the server already; else it is safe on this computer and on its way.
 */
confirmed: boolean, };

/**
 * Asks a host to make a change.
 */
export type MutateRequest = { 
/**
 * The change's id, chosen by the screen.
 */
mutation_id: MutationId, 
/**
 * The change.
 */
mutation: Mutation, 
/**
 * How long it is held so that it can be undone, in milliseconds; 0 for not at all.
 */
hold_ms: number, };

/**
 * A mutation with its arguments.
 */
export type Mutation = { "name": "edit_organisation", "args": EditOrganisation } | { "name": "set_series", "args": SetSeries } | { "name": "add_member", "args": AddMember } | { "name": "end_member", "args": EndMember } | { "name": "add_client", "args": AddClient } | { "name": "edit_client", "args": EditClient } | { "name": "set_client_note", "args": SetClientNote } | { "name": "set_einvoicing", "args": SetEinvoicing } | { "name": "set_stationery", "args": SetStationery } | { "name": "add_contact", "args": AddContact } | { "name": "edit_contact", "args": EditContact } | { "name": "remove_contact", "args": RemoveContact } | { "name": "create_draft", "args": CreateDraft } | { "name": "credit_invoice", "args": CreditInvoice } | { "name": "edit_draft", "args": EditDraft } | { "name": "add_line", "args": AddLine } | { "name": "edit_line", "args": EditLine } | { "name": "move_line", "args": MoveLine } | { "name": "delete_line", "args": DeleteLine } | { "name": "discard_draft", "args": DiscardDraft } | { "name": "issue_invoice", "args": IssueInvoice } | { "name": "send_invoice", "args": SendInvoice } | { "name": "mark_sent", "args": MarkSent } | { "name": "view_invoice", "args": ViewInvoice } | { "name": "record_payment", "args": RecordPayment } | { "name": "set_off_credit", "args": SetOffCredit } | { "name": "refund_credit", "args": RefundCredit } | { "name": "reverse_payment", "args": ReversePayment } | { "name": "start_thread", "args": StartThread } | { "name": "post_message", "args": PostMessage } | { "name": "mark_read", "args": MarkRead } | { "name": "add_document", "args": AddDocument } | { "name": "add_version", "args": AddVersion } | { "name": "share_document", "args": ShareDocument } | { "name": "remove_document", "args": RemoveDocument } | { "name": "view_document", "args": ViewDocument } | { "name": "export_pack", "args": ExportPack } | { "name": "take_backup", "args": TakeBackup } | { "name": "take_export", "args": TakeExport } | { "name": "import_batch", "args": ImportBatch } | { "name": "undo_import", "args": UndoImport } | { "name": "keep_pdf", "args": KeepPdf } | { "name": "keep_file", "args": KeepFile } | { "name": "keep_delivery", "args": KeepDelivery };

/**
 * One mutation, for ever: its idempotency key.
 */
export type MutationId = string;

/**
 * A mutation's name.
 */
export type MutationName = "edit_organisation" | "set_series" | "add_member" | "end_member" | "add_client" | "edit_client" | "set_client_note" | "set_einvoicing" | "set_stationery" | "add_contact" | "edit_contact" | "remove_contact" | "create_draft" | "credit_invoice" | "edit_draft" | "add_line" | "edit_line" | "move_line" | "delete_line" | "discard_draft" | "issue_invoice" | "send_invoice" | "mark_sent" | "view_invoice" | "record_payment" | "set_off_credit" | "refund_credit" | "reverse_payment" | "start_thread" | "post_message" | "mark_read" | "add_document" | "add_version" | "share_document" | "remove_document" | "view_document" | "export_pack" | "take_backup" | "take_export" | "import_batch" | "undo_import" | "keep_pdf" | "keep_file" | "keep_delivery";

/**
 * The result of one mutation; stored, and given again for the same id.
 */
export type MutationResult = { 
/**
 * The mutation.
 */
mutation_id: MutationId, } & ({ "outcome": "applied" } | { "outcome": "refused", "refusal": Refusal });

/**
 * A message as it is written.
 */
export type NewMessage = { 
/**
 * The message's id.
 */
message_id: MessageId, 
/**
 * The words.
 */
text: string, 
/**
 * What kind of message it is.
 */
kind: MessageKind, 
/**
 * The documents that go with it.
 */
attachments: Array<DocumentId>, };

/**
 * A version as it is brought.
 */
export type NewVersion = { 
/**
 * The version's id.
 */
version_id: VersionId, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Its size.
 */
size_bytes: number, 
/**
 * SHA-256 of its bytes, in hex.
 */
sha256: string, };

/**
 * What keeps an invoice from having a Swiss QR-bill.
 */
export type NoBill = "name" | "postal_code" | "town" | "country" | "reference" | "amount";

/**
 * Opens bank statements together: at most [`folio_domain::bank::BANK_FILES_MAX`] files that have at most
 * [`folio_domain::bank::BANK_BYTES_MAX`] in all.
 */
export type OpenBankStatements = { 
/**
 * The files.
 */
files: Array<BankFileGiven>, };

/**
 * Opens a bill.
 */
export type OpenBill = { 
/**
 * The file.
 */
file: ReceivedFile, };

/**
 * Opens an invoice's link.
 */
export type OpenInvoiceLink = { 
/**
 * The link's token.
 */
token: string, };

/**
 * What stands open.
 */
export type OpenItems = { 
/**
 * What is owed, by currency.
 */
owed: Array<Owed>, 
/**
 * How many threads have something that the asker has not read.
 */
unread: number, };

/**
 * Asks what stands open, for whoever it is.
 */
export type OpenItemsQuery = Record<symbol, never>;

/**
 * Answer to opening an invoice's link.
 */
export type OpenLinkAnswer = { 
/**
 * The invoice that it opens.
 */
invoice_id: InvoiceId, 
/**
 * Who the mail went to.
 */
person: SignedIn, };

/**
 * What a link opened.
 */
export type OpenedLink = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * Who the mail went to.
 */
person: SignedIn, };

/**
 * An organisation: one business and all that belongs to it.
 */
export type OrgId = string;

/**
 * The business: one record, whose id is the organisation's.
 */
export type Organisation = { 
/**
 * The name.
 */
name: string, 
/**
 * The address.
 */
address: Address, 
/**
 * The tax id (VAT number, GSTIN), empty for none.
 */
tax_id: string, 
/**
 * The e-mail address.
 */
email: string, 
/**
 * The phone number, shown on every client screen.
 */
phone: string, 
/**
 * The opening hours in words, shown on every client screen.
 */
hours: string, 
/**
 * The IANA time zone: decides today, overdue and the month.
 */
time_zone: string, 
/**
 * The language of the business.
 */
language: Language, 
/**
 * The currency of a new draft.
 */
currency: Currency, 
/**
 * Days until an invoice is due.
 */
payment_terms_days: number, 
/**
 * How clients pay.
 */
bank: BankDetails, 
/**
 * What a new draft's note says.
 */
invoice_note: string, };

/**
 * Asks for the organisation's particulars.
 */
export type OrganisationQuery = Record<symbol, never>;

/**
 * The organisation's particulars.
 */
export type OrganisationView = { 
/**
 * The organisation.
 */
organisation: Organisation, 
/**
 * The day it is there.
 */
today: string, };

/**
 * Where an invoice comes from.
 */
export type Origin = { "kind": "issued", 
/**
 * The draft it was.
 */
draft_id: DraftId, 
/**
 * Its place in the number series.
 */
sequence: number, } | { "kind": "imported", 
/**
 * The tool.
 */
source: string, };

/**
 * What is owed in one currency.
 */
export type Owed = { 
/**
 * The currency.
 */
currency: Currency, 
/**
 * What clients owe: of each, its open invoices less what is left of its credit notes, where that is above
 * nothing.
 */
amount_due: Money, 
/**
 * What clients are owed: of each, what is left of its credit notes beyond its open invoices.
 */
in_credit: Money, 
/**
 * Of the amount due, what is late.
 */
late: Money, 
/**
 * How many invoices are open.
 */
invoices: number, 
/**
 * How many of them are late, where credit notes do not outweigh them.
 */
invoices_late: number, };

/**
 * A client who owes.
 */
export type OwingClient = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The client's name.
 */
client_name: string, 
/**
 * What the client owes, in one of its currencies.
 */
owed: Owed, 
/**
 * The days that the latest invoice is late; 0 for none.
 */
days_late: number, };

/**
 * A page in one template.
 */
export type PagePreview = { 
/**
 * The template.
 */
template: Template, 
/**
 * The page as SVG, with the letters' outlines where the PDF has them.
 */
svg: string, };

/**
 * What a payment paid.
 */
export type PaidInvoice = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * Its number.
 */
number: string, 
/**
 * How much of the payment.
 */
amount: Money, };

/**
 * What a person should know of a paper before it is for ever; nothing when there is nothing, or when something else
 * keeps the draft from being issued.
 */
export type PaperCheck = { 
/**
 * Letters that no font has: a sign stands for them.
 */
letters: Array<MissingLetters>, 
/**
 * Why it has no Swiss QR-bill though it asks for francs or euro to a Swiss account.
 */
no_bill: NoBill | null, };

/**
 * The pages of a paper.
 */
export type PaperPages = { 
/**
 * The first of them as SVG, with the letters' outlines where the PDF has them.
 */
pages: Array<string>, 
/**
 * How many there are.
 */
page_count: number, };

/**
 * A business or a client as it was when the invoice was issued.
 */
export type Party = { 
/**
 * The name.
 */
name: string, 
/**
 * The address.
 */
address: Address, 
/**
 * The tax id, empty for none.
 */
tax_id: string, 
/**
 * The e-mail address, empty for none.
 */
email: string, 
/**
 * The phone number, empty for none.
 */
phone: string, };

/**
 * A payment, or with `reverses` the reversal of one: then the amount is below zero.
 */
export type Payment = { 
/**
 * The client who paid.
 */
client_id: ClientId, 
/**
 * The day it came.
 */
received_on: string, 
/**
 * How much.
 */
amount: Money, 
/**
 * How.
 */
method: PaymentMethod, 
/**
 * The payer's reference, empty for none.
 */
reference: string, 
/**
 * The payment that this one takes back.
 */
reverses: PaymentId | null, 
/**
 * The credit note whose credit it sets against invoices. No money came then: its amount is nothing, and what it
 * sets against invoices above zero it sets against the credit note below zero.
 */
sets_off: InvoiceId | null, 
/**
 * Why it was reversed; empty for a payment.
 */
reason: string, 
/**
 * The tool that it was imported from; none when it was recorded here.
 */
source: string | null, 
/**
 * When it was recorded.
 */
recorded_at: string, 
/**
 * Who recorded it.
 */
recorded_by: string, };

/**
 * What a payer scans.
 */
export type PaymentCode = { 
/**
 * What the code is called: `EPC` (SEPA), `UPI`, `PIX` or `QR-bill`.
 */
scheme: string, 
/**
 * What is pasted into a banking app instead, where its scheme has that.
 */
copied: string | null, 
/**
 * Whether the Swiss cross stands in its middle, seven parts of forty-six wide.
 */
has_cross: boolean, 
/**
 * The modules of the QR code, row by row, true for dark.
 */
modules: Array<Array<boolean>>, };

/**
 * What a payer scans, when there is a code for that currency and account.
 */
export type PaymentCodeAnswer = { 
/**
 * The code.
 */
code: PaymentCode | null, };

/**
 * Asks what a payer scans.
 */
export type PaymentCodeOf = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, };

/**
 * A payment, or the reversal of one.
 */
export type PaymentId = string;

/**
 * How money came.
 */
export type PaymentMethod = "bank_transfer" | "cash" | "card" | "cheque" | "upi" | "other";

/**
 * A page of payments.
 */
export type PaymentPage = { 
/**
 * The payments.
 */
rows: Array<PaymentRow>, 
/**
 * Where this page ends; none after the last.
 */
next: string | null, };

/**
 * A payment in a list.
 */
export type PaymentRow = { 
/**
 * Its id.
 */
payment_id: PaymentId, 
/**
 * The payment.
 */
payment: Payment, 
/**
 * The client's name.
 */
client_name: string, 
/**
 * What it paid.
 */
paid: Array<PaidInvoice>, 
/**
 * What is not set against an invoice.
 */
unallocated: Money, 
/**
 * Whether it was reversed.
 */
reversed: boolean, };

/**
 * A page of payments, newest first.
 */
export type PaymentsQuery = { 
/**
 * Of this client alone.
 */
client_id: ClientId | null, 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * The most rows, at most 500.
 */
limit: number, };

/**
 * A change on its way.
 */
export type PendingChange = { 
/**
 * Its id.
 */
mutation_id: MutationId, 
/**
 * The change.
 */
mutation: Mutation, 
/**
 * Where it stands.
 */
state: PendingState, 
/**
 * When it was made.
 */
made_at: string, };

/**
 * Where a change on its way stands.
 */
export type PendingState = { "state": "held", 
/**
 * Until when.
 */
until: string, } | { "state": "waiting" } | { "state": "refused", 
/**
 * Why.
 */
problem: Problem, };

/**
 * A kind of picture.
 */
export type PictureKind = "image/png" | "image/jpeg" | "image/svg+xml";

/**
 * A poke: something changed, pull. Carries no data.
 */
export type Poke = { 
/**
 * The kinds of record that changed; empty for unknown.
 */
kinds: Array<Kind>, };

/**
 * Arguments of [`crate::mutations::Mutation::PostMessage`].
 */
export type PostMessage = { 
/**
 * The thread.
 */
thread_id: ThreadId, 
/**
 * The message.
 */
message: NewMessage, };

/**
 * Totals, or why there are none.
 */
export type PreviewAnswer = { 
/**
 * The amounts; none when they cannot be computed.
 */
totals: Totals | null, 
/**
 * Why not.
 */
hindrance: Refusal | null, };

/**
 * Asks how a draft would be printed; nothing is changed by it, and no file is made.
 */
export type PreviewDraft = { 
/**
 * The draft.
 */
draft_id: DraftId, 
/**
 * The language of the mark across its pages: that of who looks at them.
 */
language: Language, };

/**
 * Reads another tool's files.
 */
export type PreviewImport = { 
/**
 * The tool; none to find it out from the files.
 */
format: ImportFormat | null, 
/**
 * What the columns of tables mean, for the format [`ImportFormat::Table`]; guessed of a file that is not among
 * them.
 */
mappings: Array<TableMapping>, 
/**
 * The files.
 */
files: Array<ImportFile>, };

/**
 * Asks for totals of content that is being typed.
 */
export type PreviewInvoice = { 
/**
 * The content.
 */
content: PricedContent, 
/**
 * The invoice that it takes back; none for an invoice.
 */
credits: InvoiceId | null, };

/**
 * Asks how a sample invoice looks; nothing is changed by it.
 */
export type PreviewStationery = { 
/**
 * The accent.
 */
accent: Colour, 
/**
 * The sheet.
 */
sheet: Sheet, 
/**
 * The logo, beside the one that is set.
 */
logo: LogoChange, };

/**
 * What totals are computed from.
 */
export type PricedContent = { 
/**
 * The currency.
 */
currency: Currency, 
/**
 * Whether the prices contain the tax.
 */
tax_mode: TaxMode, 
/**
 * A reduction of the whole.
 */
discount: Discount, 
/**
 * The lines.
 */
lines: Array<LineItem>, };

/**
 * A person's sign-in within one organisation.
 */
export type PrincipalId = string;

/**
 * A problem with the text that a person reads.
 */
export type Problem = { 
/**
 * The kind of problem.
 */
code: ProblemCode, 
/**
 * The text's id in `errors.ftl`.
 */
message_key: string, 
/**
 * What the text mentions.
 */
params: { [key in string]: string }, };

/**
 * The kind of problem; screens branch on it.
 */
export type ProblemCode = "not_found" | "forbidden" | "invalid" | "changed" | "limit" | "unauthorised" | "too_old" | "purge" | "offline" | "unsupported" | "no_keyring" | "internal";

/**
 * Brings a piece of a file. Pieces are taken in order; a piece that begins elsewhere is answered with where to go
 * on, and changes nothing.
 */
export type PutFilePiece = { 
/**
 * The version.
 */
version_id: VersionId, 
/**
 * Where the piece begins.
 */
offset: number, 
/**
 * Its bytes in Base64, at most [`FILE_PIECE_BYTES_MAX`] before coding.
 */
bytes: string, };

/**
 * A query's name.
 */
export type QueryName = "today" | "home" | "open_items" | "organisation" | "settings" | "stationery" | "clients" | "client" | "invoices" | "invoice" | "drafts" | "draft" | "preview_invoice" | "line_suggestions" | "payments" | "recorded_payments" | "mentioned_invoice" | "receipt" | "statement" | "month" | "threads" | "thread" | "imports" | "documents" | "document" | "activity" | "conflicts" | "search";

/**
 * Which clients a grant reaches.
 */
export type Reach = "all" | { "client": ClientId };

/**
 * How far a person has read a thread.
 */
export type ReadMark = { 
/**
 * The thread.
 */
thread_id: ThreadId, 
/**
 * The reader.
 */
principal_id: PrincipalId, 
/**
 * The reader's name.
 */
reader_name: string, 
/**
 * What the reader is to the business.
 */
reader_role: Role, 
/**
 * Everything sent up to here is read.
 */
up_to: string, };

/**
 * A receipt: everything that its paper says.
 */
export type Receipt = { 
/**
 * The payment.
 */
payment_id: PaymentId, 
/**
 * The client who paid.
 */
client_id: ClientId, 
/**
 * The language of its paper: the client's.
 */
language: Language, 
/**
 * The business, whom it was paid to.
 */
seller: Party, 
/**
 * The client.
 */
buyer: Party, 
/**
 * The day it came.
 */
received_on: string, 
/**
 * How much.
 */
amount: Money, 
/**
 * How.
 */
method: PaymentMethod, 
/**
 * The payer's reference, empty for none.
 */
reference: string, 
/**
 * What it was set against, oldest invoice first.
 */
parts: Array<ReceiptPart>, 
/**
 * What was set against none: the client's credit while the payment stands.
 */
unallocated: Money, 
/**
 * The day it was reversed; none while it stands.
 */
reversed_on: string | null, };

/**
 * What of a payment was set against one invoice.
 */
export type ReceiptPart = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, 
/**
 * Its number.
 */
number: string, 
/**
 * The date on it.
 */
issue_date: string, 
/**
 * What it asked.
 */
total: Money, 
/**
 * How much of the payment.
 */
amount: Money, };

/**
 * Asks for the receipt of a payment; of the payment that a reversal takes back.
 */
export type ReceiptQuery = { 
/**
 * Which.
 */
payment_id: PaymentId, };

/**
 * A file that somebody received.
 */
export type ReceivedFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its bytes in Base64, at most [`folio_domain::bills::BILL_BYTES_MAX`] before coding.
 */
bytes: string, };

/**
 * Arguments of [`crate::mutations::Mutation::RecordPayment`].
 */
export type RecordPayment = { 
/**
 * The new payment's id.
 */
payment_id: PaymentId, 
/**
 * The client who paid.
 */
client_id: ClientId, 
/**
 * The day it came.
 */
received_on: string, 
/**
 * How much, above zero.
 */
amount: Money, 
/**
 * How.
 */
method: PaymentMethod, 
/**
 * The payer's reference, empty for none.
 */
reference: string, 
/**
 * What it pays; what is left over stays the client's credit.
 */
allocations: Array<AllocationPart>, };

/**
 * A payment, as far as it is told apart from others.
 */
export type RecordedPayment = { 
/**
 * Its id.
 */
payment_id: PaymentId, 
/**
 * The day it came.
 */
received_on: string, 
/**
 * How much.
 */
amount: Money, 
/**
 * The payer's reference, empty for none.
 */
reference: string, };

/**
 * A page of payments that stand, newest first.
 */
export type RecordedPaymentPage = { 
/**
 * The payments.
 */
rows: Array<RecordedPayment>, 
/**
 * Where this page ends; none after the last.
 */
next: string | null, };

/**
 * Asks for the payments that came within some days and stand: neither reversed nor reversals.
 */
export type RecordedPayments = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * The most rows, at most 2,000.
 */
limit: number, };

/**
 * Arguments of [`crate::mutations::Mutation::RefundCredit`].
 */
export type RefundCredit = { 
/**
 * The new payment's id.
 */
payment_id: PaymentId, 
/**
 * The credit note.
 */
credit_note_id: InvoiceId, 
/**
 * The day it was paid out.
 */
paid_on: string, 
/**
 * How much, above zero.
 */
amount: Money, 
/**
 * How.
 */
method: PaymentMethod, 
/**
 * The reference, empty for none.
 */
reference: string, };

/**
 * A refusal with what its text needs.
 */
export type Refusal = { 
/**
 * The kind of refusal.
 */
code: Code, 
/**
 * The text's id in `errors.ftl`.
 */
message_key: string, 
/**
 * What the text mentions: field names, limits, numbers.
 */
params: { [key in string]: string }, };

/**
 * A pack that could not be begun.
 */
export type RefusedPack = { 
/**
 * Whose.
 */
account: string, 
/**
 * Why.
 */
problem: Problem, };

/**
 * Arguments of [`crate::mutations::Mutation::RemoveContact`].
 */
export type RemoveContact = { 
/**
 * The contact.
 */
contact_id: ContactId, };

/**
 * Arguments of [`crate::mutations::Mutation::RemoveDocument`].
 */
export type RemoveDocument = { 
/**
 * The document.
 */
document_id: DocumentId, };

/**
 * Brings a backup or a full export back.
 */
export type RestoreHere = { 
/**
 * The code that was printed. A backup opens with it alone; after an export it goes on as the business's code, and
 * without it the business gets a new one.
 */
recovery_code: string | null, };

/**
 * A business that was brought back on this computer.
 */
export type RestoredHere = { 
/**
 * The owner, signed in.
 */
person: SignedIn, 
/**
 * The code to print, where the business got a new one: it alone opens the backups to come.
 */
recovery_code: string | null, 
/**
 * How many other people have a sign-in and, after an export, no password any more.
 */
without_password: number, };

/**
 * Arguments of [`crate::mutations::Mutation::ReversePayment`].
 */
export type ReversePayment = { 
/**
 * The payment.
 */
payment_id: PaymentId, 
/**
 * Why.
 */
reason: string, };

/**
 * Ends the links to an invoice: those that were mailed, and those that were copied.
 */
export type RevokeInvoiceLinks = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, };

/**
 * What a person is to the organisation.
 */
export type Role = "owner" | "staff" | "bookkeeper" | "client" | "system";

/**
 * A save.
 */
export type Save = { 
/**
 * Its id.
 */
save_id: string, 
/**
 * What it is of.
 */
wish: SaveWish, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * How far it is.
 */
stage: SaveStage, };

/**
 * Saves a backup.
 */
export type SaveBackup = Record<symbol, never>;

/**
 * Saves a file that is inside a bill.
 */
export type SaveBillAttachment = { 
/**
 * The bill.
 */
file: ReceivedFile, 
/**
 * Its place among the bill's attachments, from 0.
 */
index: number, };

/**
 * Saves the e-invoice that travels in an invoice's PDF.
 */
export type SaveEinvoice = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, };

/**
 * Saves a document's version.
 */
export type SaveFile = { 
/**
 * The version.
 */
version_id: VersionId, };

/**
 * The person's saves that are under way, or have ended a short while ago.
 */
export type SaveList = { 
/**
 * The saves, oldest first.
 */
saves: Array<Save>, };

/**
 * Begins to save the packs of a month into one folder.
 */
export type SavePacks = { 
/**
 * Whose.
 */
accounts: Array<string>, 
/**
 * The year.
 */
year: number, 
/**
 * The month, 1 to 12.
 */
month: number, };

/**
 * Saves an invoice's PDF.
 */
export type SavePdf = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, };

/**
 * Saves the receipt of a payment.
 */
export type SaveReceipt = { 
/**
 * The payment; of a reversal, the payment that it takes back.
 */
payment_id: PaymentId, };

/**
 * How far a save is.
 */
export type SaveStage = { "stage": "making", 
/**
 * How many of its parts are done.
 */
done: number, 
/**
 * How many there are; 0 while that is not known.
 */
of: number, } | { "stage": "ready", 
/**
 * Its bytes.
 */
size_bytes: number, 
/**
 * SHA-256 of them, in hex.
 */
sha256: string, } | { "stage": "arriving", 
/**
 * How many bytes are here.
 */
done: number, 
/**
 * How many there are.
 */
of: number, } | { "stage": "waiting" } | { "stage": "done" } | { "stage": "failed", 
/**
 * Why.
 */
problem: Problem, };

/**
 * Saves a client's statement of account.
 */
export type SaveStatement = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };

/**
 * What is to be made and saved.
 */
export type SaveWish = { "what": "month_pack", 
/**
 * The year.
 */
year: number, 
/**
 * The month, 1 to 12.
 */
month: number, 
/**
 * What DATEV must be told, when it is known.
 */
datev: DatevSettings | null, } | { "what": "everything" };

/**
 * A file that was saved.
 */
export type SavedFile = { 
/**
 * Its name; none when the person changed their mind.
 */
file_name: string | null, };

/**
 * Asks for the saves.
 */
export type Saves = Record<symbol, never>;

/**
 * What was found.
 */
export type SearchAnswer = { 
/**
 * The hits.
 */
hits: Array<SearchHit>, };

/**
 * Something found.
 */
export type SearchHit = { 
/**
 * What kind of record it is.
 */
kind: Kind, 
/**
 * The record to open: a line's draft, a message's thread, a version's document, the client of a contact or a note,
 * else itself.
 */
open_id: string, 
/**
 * What kind of record to open.
 */
open_kind: Kind, 
/**
 * Whether it is a credit note among the invoices.
 */
is_credit_note: boolean, 
/**
 * What it is called.
 */
title: string, 
/**
 * Where: the client's name, or a part of the text.
 */
context: string, };

/**
 * Asks what words find.
 */
export type SearchQuery = { 
/**
 * The words; each must be found, the last one as the beginning of a word.
 */
text: string, 
/**
 * The most hits, at most 50.
 */
limit: number, };

/**
 * Arguments of [`crate::mutations::Mutation::SendInvoice`].
 */
export type SendInvoice = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, };

/**
 * A number series. One that begins again each year counts each year for itself, so that a year's numbers have no
 * gap in whatever order the years come.
 */
export type Series = { 
/**
 * What it is called.
 */
name: string, 
/**
 * How a number is written: `YYYY` for the year, one run of `0` or `#` for the number padded to its length,
 * everything else as it stands. `YYYY-0000` gives `2026-0001`.
 */
pattern: string, 
/**
 * The number that the next invoice takes; where it begins again each year, the next one of `year`.
 */
next: number, 
/**
 * How many numbers it has given out.
 */
spent: number, 
/**
 * Whether it begins again at 1 each year; only sensible with the year in the pattern.
 */
restarts_yearly: boolean, 
/**
 * The year that `next` is of: that of the last number given out, or in which the series was set up.
 */
year: number | null, 
/**
 * For each year in which it has given out numbers, the one after the last of them.
 */
nexts: Record<string, number>, };

/**
 * Asks who is signed in.
 */
export type Session = Record<symbol, never>;

/**
 * Who is signed in here.
 */
export type SessionState = { 
/**
 * The host.
 */
host: Host, 
/**
 * Which of the desktop's businesses is shown: every call from the window names it. None for nobody's, and in a
 * browser, whose session is one business.
 */
account: string | null, 
/**
 * The person; none when nobody is.
 */
person: SignedIn | null, 
/**
 * Whether the sign-in has ended while the local copy is still here: sign in again to go on.
 */
locked: boolean, 
/**
 * Whether the first copy of the records is still on its way to this computer; until then no query has answers.
 */
copying: boolean, 
/**
 * Whether the server runs on this computer, inside the app.
 */
here: boolean, 
/**
 * The server's address; empty for none.
 */
server: string, 
/**
 * Whether the session opened by an invoice's link and sees that invoice alone.
 */
by_link: InvoiceId | null, 
/**
 * What stands in the way, such as a missing keyring.
 */
problem: Problem | null, };

/**
 * Arguments of [`crate::mutations::Mutation::SetClientNote`].
 */
export type SetClientNote = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The change of the note's `text`.
 */
edit: FieldEdit, };

/**
 * Arguments of [`crate::mutations::Mutation::SetEinvoicing`].
 */
export type SetEinvoicing = { 
/**
 * The client; none for the business's own.
 */
client_id: ClientId | null, 
/**
 * The changes.
 */
edits: Array<FieldEdit>, };

/**
 * What of a credit was set against an invoice, as either of the two shows it.
 */
export type SetOff = { 
/**
 * The payment of nothing that bears it.
 */
payment_id: PaymentId, 
/**
 * The day.
 */
on: string, 
/**
 * The other of the two.
 */
invoice_id: InvoiceId, 
/**
 * Its number; empty where it may not be seen.
 */
number: string, 
/**
 * How much, above zero.
 */
amount: Money, 
/**
 * How it was taken back; none while it stands.
 */
taken_back: TakenBack | null, };

/**
 * Arguments of [`crate::mutations::Mutation::SetOffCredit`].
 */
export type SetOffCredit = { 
/**
 * The id of the new payment of nothing that bears the allocations.
 */
payment_id: PaymentId, 
/**
 * The credit note.
 */
credit_note_id: InvoiceId, 
/**
 * What its credit pays.
 */
allocations: Array<AllocationPart>, };

/**
 * Arguments of [`crate::mutations::Mutation::SetSeries`].
 */
export type SetSeries = { 
/**
 * The pattern, as in [`Series`].
 */
pattern: string, 
/**
 * The number that the next invoice takes: one more than the old tool's last. Once numbers are spent it can
 * only stay as it is.
 */
next: number, 
/**
 * Whether it begins again at 1 each year.
 */
restarts_yearly: boolean, 
/**
 * Whether it is the series of credit notes; else that of invoices.
 */
credit_notes: boolean, };

/**
 * Arguments of [`crate::mutations::Mutation::SetStationery`].
 */
export type SetStationery = { 
/**
 * Changes of its template, accent and sheet.
 */
edits: Array<FieldEdit>, 
/**
 * What becomes of the logo. Of two that are set at once the later one stands; the other is a file that its
 * person still has.
 */
logo: LogoChange, };

/**
 * Settings of the business.
 */
export type Settings = { 
/**
 * The organisation.
 */
organisation: Organisation, 
/**
 * The number series of invoices; none before it is set up.
 */
series: Series | null, 
/**
 * The number series of credit notes.
 */
credit_series: Series, 
/**
 * The number that the next credit note takes.
 */
next_credit_number: string, 
/**
 * The number that the next invoice would take today.
 */
next_number: string, 
/**
 * The people.
 */
members: Array<MemberRow>, 
/**
 * The organisation's id.
 */
organisation_id: OrgId, 
/**
 * How every client is billed by e-invoice that says nothing itself.
 */
einvoicing: Einvoicing, 
/**
 * Values of it that lost when two people edited one field.
 */
lost: Array<LostValue>, };

/**
 * Asks for the settings.
 */
export type SettingsQuery = Record<symbol, never>;

/**
 * Arguments of [`crate::mutations::Mutation::ShareDocument`].
 */
export type ShareDocument = { 
/**
 * The document.
 */
document_id: DocumentId, 
/**
 * Whether the client sees it from now on.
 */
shared: boolean, };

/**
 * The sheet that papers are printed on.
 */
export type Sheet = "usual" | "a4" | "us_letter";

/**
 * Shows another business.
 */
export type ShowBusiness = { 
/**
 * The account.
 */
account: string, };

/**
 * Who may see a row.
 */
export type Side = "everyone" | "shared" | "internal";

/**
 * Signs in.
 */
export type SignIn = { 
/**
 * The server's address; in a browser the one it came from.
 */
server: string | null, 
/**
 * The e-mail address.
 */
email: string, 
/**
 * The password.
 */
password: string, };

/**
 * Signs out.
 */
export type SignOut = Record<symbol, never>;

/**
 * Who is signed in.
 */
export type SignedIn = { 
/**
 * The organisation.
 */
org_id: OrgId, 
/**
 * The organisation's name.
 */
org_name: string, 
/**
 * The person's sign-in.
 */
principal_id: PrincipalId, 
/**
 * The person's name.
 */
name: string, 
/**
 * The e-mail address.
 */
email: string, 
/**
 * The role, and what the person may see.
 */
access: Access, 
/**
 * The client that a client's contact belongs to.
 */
client_id: ClientId | null, 
/**
 * The contact that the person is.
 */
contact_id: ContactId | null, 
/**
 * The language to start with.
 */
language: Language, };

/**
 * Starts a business on this computer.
 */
export type StartHere = { 
/**
 * The business's name.
 */
business_name: string, 
/**
 * Its country, ISO 3166-1 alpha-2.
 */
country: string, 
/**
 * Its currency.
 */
currency: Currency, 
/**
 * Its IANA time zone.
 */
time_zone: string, 
/**
 * Its language.
 */
language: Language, 
/**
 * The owner's name.
 */
owner_name: string, 
/**
 * The owner's e-mail address.
 */
email: string, 
/**
 * The pattern of invoice numbers; empty for the usual one.
 */
number_pattern: string, 
/**
 * The number that the first invoice takes: one more than the old tool's last.
 */
next_number: number, };

/**
 * Arguments of [`crate::mutations::Mutation::StartThread`].
 */
export type StartThread = { 
/**
 * The new thread's id.
 */
thread_id: ThreadId, 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The title.
 */
title: string, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * Its first message.
 */
message: NewMessage, };

/**
 * A business started on this computer.
 */
export type StartedHere = { 
/**
 * The owner, signed in.
 */
person: SignedIn, 
/**
 * The code to print: it alone opens the backups.
 */
recovery_code: string, };

/**
 * Asks for a client's statement of account.
 */
export type StatementQuery = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };

/**
 * How the papers of a business look. One a business, whose id is the organisation's; who may draw up a paper may
 * see it, and that is everyone.
 */
export type Stationery = { 
/**
 * Their character.
 */
template: Template, 
/**
 * Their one colour, as it was chosen; papers darken one that is too pale to be read.
 */
accent: Colour, 
/**
 * What they are printed on.
 */
sheet: Sheet, 
/**
 * What stands at their head.
 */
logo: Logo | null, };

/**
 * A sample invoice on the stationery asked about.
 */
export type StationeryPreview = { 
/**
 * The accent that is printed: a darker one where the one asked about could not be read on white.
 */
accent: Colour, 
/**
 * The first page in each template.
 */
pages: Array<PagePreview>, };

/**
 * Asks how the papers of the business look.
 */
export type StationeryQuery = Record<symbol, never>;

/**
 * How the papers of the business look.
 */
export type StationeryView = { 
/**
 * The organisation's id, which is the stationery's.
 */
organisation_id: OrgId, 
/**
 * The stationery: the usual one until another is chosen.
 */
stationery: Stationery, 
/**
 * Accents to choose from.
 */
accents: Array<Colour>, 
/**
 * Values of it that lost when two people edited one field.
 */
lost: Array<LostValue>, };

/**
 * What a thread is about.
 */
export type Subject = { "kind": "general" } | { "kind": "invoice", "id": InvoiceId } | { "kind": "document", "id": DocumentId };

/**
 * Tries to reach the server now.
 */
export type SyncNow = Record<symbol, never>;

/**
 * Asks how the sync stands.
 */
export type SyncState = Record<symbol, never>;

/**
 * How the desktop stands to its server.
 */
export type SyncStatus = { "state": "saved_here" } | { "state": "syncing", 
/**
 * How many.
 */
waiting: number, } | { "state": "up_to_date" } | { "state": "offline", 
/**
 * Since when.
 */
since: string, 
/**
 * How many changes wait.
 */
waiting: number, } | { "state": "needs_attention", 
/**
 * How many refused changes there are.
 */
refused: number, 
/**
 * The problem with the connection, when there is one.
 */
problem: Problem | null, };

/**
 * How the sync stands.
 */
export type SyncView = { 
/**
 * In one word.
 */
status: SyncStatus, 
/**
 * Every change that has not arrived, oldest first.
 */
pending: Array<PendingChange>, };

/**
 * What a column says.
 */
export type TableField = "client_name" | "client_number" | "first_name" | "last_name" | "email" | "phone" | "street" | "street2" | "postal_code" | "city" | "region" | "country" | "tax_id" | "payment_terms" | "currency" | "invoice_number" | "invoice_date" | "due_date" | "status" | "reference" | "note" | "description" | "quantity" | "unit" | "price" | "line_discount" | "line_total" | "tax_name" | "tax_percent" | "tax_amount" | "total" | "paid" | "paid_on" | "balance" | "payment_number" | "payment_date" | "payment_amount" | "payment_method" | "payment_reference";

/**
 * What a table lists.
 */
export type TableKind = "clients" | "invoices" | "payments";

/**
 * How a table is read.
 */
export type TableMapping = { 
/**
 * The file, and the sheet of it where there are several.
 */
file: string, 
/**
 * What it lists; none to leave it out.
 */
kind: TableKind | null, 
/**
 * What each column says, from the first; none for one that is not read.
 */
fields: Array<TableField | null>, 
/**
 * Whether `03/04` is in March; none to find it out.
 */
month_first: boolean | null, 
/**
 * Whether a comma stands before decimals; none to find it out.
 */
decimal_comma: boolean | null, };

/**
 * Arguments of [`crate::mutations::Mutation::TakeBackup`]: a backup of everything is one look at the organisation.
 */
export type TakeBackup = Record<symbol, never>;

/**
 * Arguments of [`crate::mutations::Mutation::TakeExport`]: everything leaves in an open form. Each time is an entry.
 */
export type TakeExport = Record<symbol, never>;

/**
 * Undoes an import.
 */
export type TakeImportBack = { 
/**
 * The import.
 */
run_id: ImportRunId, };

/**
 * That a set-off was taken back.
 */
export type TakenBack = { 
/**
 * The day.
 */
on: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who did it.
 */
by: string, };

/**
 * A tax on a line.
 */
export type Tax = { 
/**
 * What it is called: VAT, GST, CGST.
 */
name: string, 
/**
 * Its rate in percent, an exact decimal.
 */
percent: string, 
/**
 * Why it applies.
 */
category: TaxCategory, };

/**
 * The reason a rate applies: EN 16931's category codes (UNTDID 5305).
 */
export type TaxCategory = "standard" | "zero_rated" | "exempt" | "reverse_charge" | "intra_community" | "export" | "out_of_scope";

/**
 * The sum of one tax.
 */
export type TaxLine = { 
/**
 * The tax.
 */
tax: Tax, 
/**
 * What it is computed on, without the tax.
 */
base: Money, 
/**
 * The tax itself.
 */
amount: Money, };

/**
 * Whether unit prices contain the tax.
 */
export type TaxMode = "exclusive" | "inclusive";

/**
 * The character of a paper.
 */
export type Template = "ledger" | "letter" | "bold";

/**
 * A thread. What was written last is derived from its messages.
 */
export type Thread = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The title.
 */
title: string, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * When it was started.
 */
started_at: string, };

/**
 * A thread with its messages.
 */
export type ThreadDetail = { 
/**
 * Its id.
 */
thread_id: ThreadId, 
/**
 * The thread.
 */
thread: Thread, 
/**
 * The client's name.
 */
client_name: string, 
/**
 * The number or title of what it is about; empty for nothing in particular.
 */
subject_label: string, 
/**
 * Whether the invoice that it is about is a credit note.
 */
is_credit_note: boolean, 
/**
 * The messages, oldest first.
 */
messages: Array<MessageView>, 
/**
 * How far each person has read.
 */
read_marks: Array<ReadMark>, };

/**
 * A message thread.
 */
export type ThreadId = string;

/**
 * The threads.
 */
export type ThreadList = { 
/**
 * At most 500.
 */
rows: Array<ThreadRow>, };

/**
 * Asks for one thread.
 */
export type ThreadQuery = { 
/**
 * Which.
 */
thread_id: ThreadId, };

/**
 * A thread in a list.
 */
export type ThreadRow = { 
/**
 * Its id.
 */
thread_id: ThreadId, 
/**
 * The thread.
 */
thread: Thread, 
/**
 * The client's name.
 */
client_name: string, 
/**
 * The last message.
 */
last: Message, 
/**
 * How many messages of others the asker has not read.
 */
unread: number, 
/**
 * Whether the last message is the client's.
 */
waiting: boolean, };

/**
 * Asks for the threads, last written first.
 */
export type ThreadsQuery = { 
/**
 * Of this client alone.
 */
client_id: ClientId | null, 
/**
 * Those alone that wait for the business to answer.
 */
waiting_only: boolean, };

/**
 * The morning's three answers.
 */
export type Today = { 
/**
 * The day it is.
 */
date: string, 
/**
 * Who owes: sums by currency.
 */
owed: Array<Owed>, 
/**
 * Who owes: the clients, latest first, at most 12.
 */
owing: Array<OwingClient>, 
/**
 * Who wrote: threads whose last message is a client's, longest waiting first, at most 12.
 */
waiting: Array<ThreadRow>, 
/**
 * What did they look at: looks of clients, newest first, at most 12.
 */
looks: Array<ActivityItem>, 
/**
 * How many drafts there are.
 */
drafts: number, };

/**
 * Asks for the morning's three answers.
 */
export type TodayQuery = Record<symbol, never>;

/**
 * The amounts of an invoice. `total` = `taxable_total` + `tax_total`, always; prices that contain tax included.
 */
export type Totals = { 
/**
 * One for each line, in their order.
 */
lines: Array<LineAmounts>, 
/**
 * The sum of the lines' `net`, with tax where the prices contain it.
 */
subtotal: Money, 
/**
 * The discount of the whole.
 */
discount_total: Money, 
/**
 * What is left, without tax.
 */
taxable_total: Money, 
/**
 * One for each tax that occurs.
 */
taxes: Array<TaxLine>, 
/**
 * The sum of the taxes.
 */
tax_total: Money, 
/**
 * What is asked.
 */
total: Money, };

/**
 * Takes a held change back.
 */
export type Undo = { 
/**
 * The change.
 */
mutation_id: MutationId, };

/**
 * Arguments of [`crate::mutations::Mutation::UndoImport`].
 */
export type UndoImport = { 
/**
 * The import.
 */
run_id: ImportRunId, };

/**
 * One immutable version of a document.
 */
export type VersionId = string;

/**
 * A version of a document.
 */
export type VersionView = { 
/**
 * Its id.
 */
version_id: VersionId, 
/**
 * The version.
 */
version: DocumentVersion, };

/**
 * Arguments of [`crate::mutations::Mutation::ViewDocument`].
 */
export type ViewDocument = { 
/**
 * The document.
 */
document_id: DocumentId, };

/**
 * Arguments of [`crate::mutations::Mutation::ViewInvoice`].
 */
export type ViewInvoice = { 
/**
 * The invoice.
 */
invoice_id: InvoiceId, };

export interface Commands {
  session: { params: Session; answer: SessionState };
  sign_in: { params: SignIn; answer: SignedIn };
  sign_out: { params: SignOut; answer: Done };
  look_at_invitation: { params: LookAtInvitation; answer: InvitationLook };
  accept_invitation: { params: AcceptInvitation; answer: SignedIn };
  open_invoice_link: { params: OpenInvoiceLink; answer: OpenedLink };
  start_here: { params: StartHere; answer: StartedHere };
  restore_here: { params: RestoreHere; answer: RestoredHere };
  save_backup: { params: SaveBackup; answer: SavedFile };
  invite: { params: Invite; answer: LinkAnswer };
  invoice_link: { params: InvoiceLink; answer: LinkAnswer };
  revoke_invoice_links: { params: RevokeInvoiceLinks; answer: Done };
  payment_code: { params: PaymentCodeOf; answer: PaymentCodeAnswer };
  save_pdf: { params: SavePdf; answer: SavedFile };
  save_einvoice: { params: SaveEinvoice; answer: SavedFile };
  check_einvoice: { params: CheckEinvoice; answer: EinvoiceCheck };
  check_paper: { params: CheckPaper; answer: PaperCheck };
  preview_stationery: { params: PreviewStationery; answer: StationeryPreview };
  preview_draft: { params: PreviewDraft; answer: PaperPages };
  invoice_pages: { params: InvoicePages; answer: PaperPages };
  save_receipt: { params: SaveReceipt; answer: SavedFile };
  save_statement: { params: SaveStatement; answer: SavedFile };
  put_file_piece: { params: PutFilePiece; answer: FileProgress };
  save_file: { params: SaveFile; answer: SavedFile };
  begin_save: { params: BeginSave; answer: BegunSave };
  saves: { params: Saves; answer: SaveList };
  cancel_save: { params: CancelSave; answer: Done };
  open_bank_statements: { params: OpenBankStatements; answer: BankStatements };
  open_bill: { params: OpenBill; answer: Bill };
  save_bill_attachment: { params: SaveBillAttachment; answer: SavedFile };
  look_at_tables: { params: LookAtTables; answer: ImportTables };
  preview_import: { params: PreviewImport; answer: ImportReport };
  commit_import: { params: CommitImport; answer: ImportReport };
  check_import_undo: { params: CheckImportUndo; answer: ImportUndoCheck };
  take_import_back: { params: TakeImportBack; answer: Done };
  devices: { params: Devices; answer: DeviceList };
  end_device: { params: EndDevice; answer: Done };
  sync_state: { params: SyncState; answer: SyncView };
  undo: { params: Undo; answer: Done };
  dismiss: { params: Dismiss; answer: Done };
  sync_now: { params: SyncNow; answer: Done };
  businesses: { params: Businesses; answer: BusinessList };
  look_at_business: { params: LookAtBusiness; answer: BusinessLook };
  show_business: { params: ShowBusiness; answer: SessionState };
  save_packs: { params: SavePacks; answer: BegunPacks };
  cancel_pack: { params: CancelPack; answer: Done };
  forget_ended: { params: ForgetEnded; answer: Done };
}

export interface Queries {
  today: { params: TodayQuery; answer: Today };
  home: { params: HomeQuery; answer: Home };
  open_items: { params: OpenItemsQuery; answer: OpenItems };
  organisation: { params: OrganisationQuery; answer: OrganisationView };
  settings: { params: SettingsQuery; answer: Settings };
  stationery: { params: StationeryQuery; answer: StationeryView };
  clients: { params: ClientsQuery; answer: ClientPage };
  client: { params: ClientQuery; answer: ClientDetail };
  invoices: { params: InvoicesQuery; answer: InvoicePage };
  invoice: { params: InvoiceQuery; answer: InvoiceDetail };
  drafts: { params: DraftsQuery; answer: DraftList };
  draft: { params: DraftQuery; answer: DraftDetail };
  preview_invoice: { params: PreviewInvoice; answer: PreviewAnswer };
  line_suggestions: { params: LineSuggestions; answer: LineSuggestionList };
  payments: { params: PaymentsQuery; answer: PaymentPage };
  recorded_payments: { params: RecordedPayments; answer: RecordedPaymentPage };
  mentioned_invoice: { params: MentionedInvoiceQuery; answer: MentionedInvoiceAnswer };
  receipt: { params: ReceiptQuery; answer: Receipt };
  statement: { params: StatementQuery; answer: AccountStatement };
  month: { params: MonthQuery; answer: MonthSummary };
  threads: { params: ThreadsQuery; answer: ThreadList };
  thread: { params: ThreadQuery; answer: ThreadDetail };
  imports: { params: ImportsQuery; answer: ImportList };
  documents: { params: DocumentsQuery; answer: DocumentList };
  document: { params: DocumentQuery; answer: DocumentDetail };
  activity: { params: ActivityQuery; answer: ActivityPage };
  conflicts: { params: ConflictsQuery; answer: ConflictList };
  search: { params: SearchQuery; answer: SearchAnswer };
}

/** The version of the protocol, and the header in which every call carries it. */
export const PROTOCOL_VERSION = 1;
export const PROTOCOL_HEADER = 'x-folio-protocol';

/** The kinds of record that each query reads. */
export const QUERY_KINDS: Record<QueryName, readonly Kind[]> = {
  today: ['invoice', 'invoice_standing', 'draft', 'thread', 'message', 'read_mark', 'activity', 'client'],
  home: ['organisation', 'invoice', 'invoice_standing', 'thread', 'message', 'read_mark', 'document', 'document_version'],
  open_items: ['invoice', 'invoice_standing', 'thread', 'message', 'read_mark'],
  organisation: ['organisation'],
  settings: ['organisation', 'series', 'member', 'einvoicing', 'field_history'],
  stationery: ['stationery', 'field_history'],
  clients: ['client', 'contact', 'invoice', 'invoice_standing'],
  client: ['client', 'client_note', 'einvoicing', 'contact', 'member', 'invoice', 'invoice_standing', 'field_history'],
  invoices: ['invoice', 'invoice_standing', 'client'],
  invoice: ['invoice', 'invoice_standing', 'invoice_pdf', 'payment', 'allocation', 'delivery', 'activity', 'thread', 'organisation'],
  drafts: ['draft', 'draft_line', 'client'],
  draft: ['draft', 'draft_line', 'client', 'contact', 'einvoicing', 'field_history', 'series', 'organisation', 'invoice'],
  preview_invoice: ['invoice'],
  line_suggestions: ['invoice'],
  payments: ['payment', 'allocation', 'invoice', 'client'],
  recorded_payments: ['payment'],
  mentioned_invoice: ['invoice', 'invoice_standing'],
  receipt: ['payment', 'allocation', 'invoice', 'client', 'organisation'],
  statement: ['payment', 'allocation', 'invoice', 'client', 'organisation'],
  month: ['draft', 'invoice', 'invoice_standing', 'invoice_pdf', 'payment', 'allocation', 'series', 'client', 'organisation'],
  threads: ['thread', 'message', 'read_mark', 'client'],
  thread: ['thread', 'message', 'read_mark', 'document', 'document_version', 'invoice', 'client'],
  imports: ['import_run', 'import_part'],
  documents: ['document', 'document_version', 'client'],
  document: ['document', 'document_version', 'activity', 'client'],
  activity: ['activity', 'client'],
  conflicts: ['field_history', 'draft', 'draft_line', 'client'],
  search: ['client', 'contact', 'client_note', 'draft', 'draft_line', 'invoice', 'payment', 'thread', 'message', 'document', 'document_version', 'member'],
};

/** The hosts that can do each command. */
export const COMMAND_HOSTS: Record<CommandName, readonly Host[]> = {
  session: ['desktop', 'browser'],
  sign_in: ['desktop', 'browser'],
  sign_out: ['desktop', 'browser'],
  look_at_invitation: ['desktop', 'browser'],
  accept_invitation: ['desktop', 'browser'],
  open_invoice_link: ['browser'],
  start_here: ['desktop'],
  restore_here: ['desktop'],
  save_backup: ['desktop', 'browser'],
  invite: ['desktop', 'browser'],
  invoice_link: ['desktop', 'browser'],
  revoke_invoice_links: ['desktop', 'browser'],
  payment_code: ['desktop', 'browser'],
  save_pdf: ['desktop', 'browser'],
  save_einvoice: ['desktop', 'browser'],
  check_einvoice: ['desktop', 'browser'],
  check_paper: ['desktop', 'browser'],
  preview_stationery: ['desktop', 'browser'],
  preview_draft: ['desktop', 'browser'],
  invoice_pages: ['desktop', 'browser'],
  save_receipt: ['desktop', 'browser'],
  save_statement: ['desktop', 'browser'],
  put_file_piece: ['desktop', 'browser'],
  save_file: ['desktop', 'browser'],
  begin_save: ['desktop', 'browser'],
  saves: ['desktop', 'browser'],
  cancel_save: ['desktop', 'browser'],
  open_bank_statements: ['desktop', 'browser'],
  open_bill: ['desktop', 'browser'],
  save_bill_attachment: ['desktop', 'browser'],
  look_at_tables: ['desktop', 'browser'],
  preview_import: ['desktop', 'browser'],
  commit_import: ['desktop', 'browser'],
  check_import_undo: ['desktop', 'browser'],
  take_import_back: ['desktop', 'browser'],
  devices: ['desktop', 'browser'],
  end_device: ['desktop', 'browser'],
  sync_state: ['desktop', 'browser'],
  undo: ['desktop', 'browser'],
  dismiss: ['desktop'],
  sync_now: ['desktop'],
  businesses: ['desktop'],
  look_at_business: ['desktop'],
  show_business: ['desktop'],
  save_packs: ['desktop'],
  cancel_pack: ['desktop'],
  forget_ended: ['desktop'],
};

/** Mutations that only the server decides. */
export const SERVER_ONLY: readonly MutationName[] = ['issue_invoice', 'send_invoice', 'import_batch', 'undo_import'];

/** The tools whose exports can be taken over, in the order in which they are offered. */
export const IMPORT_FORMATS: readonly { format: ImportFormat; title: string }[] = [
  { format: 'invoice-ninja', title: 'Invoice Ninja' },
  { format: 'zoho-invoice', title: 'Zoho Invoice' },
  { format: 'quickbooks-online', title: 'QuickBooks Online' },
  { format: 'xero', title: 'Xero' },
  { format: 'freshbooks', title: 'FreshBooks' },
  { format: 'wave', title: 'Wave' },
  { format: 'frappe-books', title: 'Frappe Books' },
  { format: 'vcard', title: 'vCard' },
  { format: 'table', title: 'CSV / XLSX' },
];

/** What the columns of a table can say, by what it lists. */
export const TABLE_FIELDS: Record<TableKind, readonly TableField[]> = {
  clients: ['client_name', 'client_number', 'first_name', 'last_name', 'email', 'phone', 'street', 'street2', 'postal_code', 'city', 'region', 'country', 'tax_id', 'payment_terms', 'currency'],
  invoices: ['client_name', 'first_name', 'last_name', 'email', 'phone', 'street', 'street2', 'postal_code', 'city', 'region', 'country', 'tax_id', 'currency', 'invoice_number', 'invoice_date', 'due_date', 'status', 'reference', 'note', 'description', 'quantity', 'unit', 'price', 'line_discount', 'line_total', 'tax_name', 'tax_percent', 'tax_amount', 'total', 'paid', 'paid_on', 'balance'],
  payments: ['client_name', 'currency', 'invoice_number', 'payment_number', 'payment_date', 'payment_amount', 'payment_method', 'payment_reference'],
};

/** Every message key that a problem or refusal can carry. */
export const MESSAGE_KEYS = [
  'problem-backup-under-way',
  'problem-bad-backup',
  'problem-bad-recovery-code',
  'problem-bad-request',
  'problem-bad-server-address',
  'problem-body-too-large',
  'problem-browser-only',
  'problem-cancelled',
  'problem-code-needed',
  'problem-desktop-only',
  'problem-file-hash',
  'problem-file-not-ready',
  'problem-file-not-saved',
  'problem-home-not-empty',
  'problem-import-unreadable',
  'problem-internal',
  'problem-keyring-locked',
  'problem-link-expired',
  'problem-link-used',
  'problem-mutation-reused',
  'problem-no-keyring',
  'problem-not-whole',
  'problem-offline',
  'problem-password-too-short',
  'problem-pdf-not-ready',
  'problem-purged',
  'problem-purged-kept',
  'problem-signed-out',
  'problem-too-late-to-undo',
  'problem-too-many-tries',
  'problem-too-old',
  'problem-wrong-sign-in',
  'refused-already-imported',
  'refused-amount-too-large',
  'refused-bad-pattern',
  'refused-bad-value',
  'refused-below-nothing',
  'refused-cannot-reverse',
  'refused-credit-before-invoice',
  'refused-credit-fixed',
  'refused-credit-of-credit',
  'refused-credits-nothing',
  'refused-draft-changed',
  'refused-draft-closed',
  'refused-due-before-issue',
  'refused-einvoice-incomplete',
  'refused-empty',
  'refused-file-too-large',
  'refused-forbidden',
  'refused-id-taken',
  'refused-import-meanwhile',
  'refused-import-not-kept',
  'refused-import-touched',
  'refused-last-owner',
  'refused-logo-broken',
  'refused-logo-colours',
  'refused-logo-kind',
  'refused-logo-text',
  'refused-mixed-currencies',
  'refused-no-client',
  'refused-no-glyph',
  'refused-no-lines',
  'refused-not-an-email',
  'refused-not-found',
  'refused-not-positive',
  'refused-nothing-to-credit',
  'refused-number-taken',
  'refused-other-client',
  'refused-out-of-range',
  'refused-over-allocated',
  'refused-over-credited',
  'refused-over-credited-tax',
  'refused-over-paid',
  'refused-over-set-off',
  'refused-same-pattern',
  'refused-series-in-use',
  'refused-too-far-ahead',
  'refused-too-long',
  'refused-too-many',
  'refused-undone',
  'refused-unknown-field',
] as const;
