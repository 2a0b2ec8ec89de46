/** A file as commands take it. */
export interface Received {
  name: string;
  /** Its bytes in Base64. */
  bytes: string;
}

/** A file that a person chose or dropped. The engine codes the bytes beside the screen's thread. */
export function readFile(file: File): Promise<Received> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve({ name: file.name, bytes: url.slice(url.indexOf(',') + 1) });
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
