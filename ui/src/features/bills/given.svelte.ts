import { onOtherBusiness } from '../../shared/leaving';

let given = $state.raw<File | null>(null);

onOtherBusiness(() => (given = null));

/** Whether a file may be a bill: XML, or a PDF with XML inside. */
export function isBill(file: File): boolean {
  return /\.(xml|pdf)$/i.test(file.name);
}

/** Hands a file that was dropped elsewhere to the screen that reads it. */
export function giveBill(file: File): void {
  given = file;
}

/** The file that waits to be read, once. */
export function takeGiven(): File | null {
  const file = given;
  if (file) given = null;
  return file;
}
