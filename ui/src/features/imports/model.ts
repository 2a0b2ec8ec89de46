import { IMPORT_FORMATS } from '../../transport';
import type { ImportIssue, ImportReport, ImportTotals } from '../../transport';

/** Files to read together; a second one of a name replaces the first. */
export function addFiles(have: readonly File[], more: readonly File[]): File[] {
  const names = new Set(more.map((file) => file.name));
  return [...have.filter((file) => !names.has(file.name)), ...more];
}

/** Whether what comes is what the source says, to the cent. */
export function reconciles(totals: ImportTotals): boolean {
  return (
    totals.source_invoiced.minor === totals.invoiced.minor &&
    totals.source_balance.minor === totals.balance.minor
  );
}

export function bringsNothing(report: ImportReport): boolean {
  return report.clients === 0 && report.invoices === 0 && report.payments === 0;
}

export interface Issues {
  refused: ImportIssue[];
  doubtful: ImportIssue[];
}

/** What does not come apart from what comes with a doubt, each by file and line. */
export function sortIssues(issues: readonly ImportIssue[]): Issues {
  const sorted = [...issues].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return {
    refused: sorted.filter((issue) => issue.refused),
    doubtful: sorted.filter((issue) => !issue.refused),
  };
}

/** What people call the tool that imported records bear as their source. */
export function titleOf(source: string): string {
  return IMPORT_FORMATS.find(({ format }) => format === source)?.title ?? source;
}
