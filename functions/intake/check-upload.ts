import { hash } from 'node:crypto';
import { kindOf } from '../../shared/intake/read-upload.ts';
import type { Receipt, Upload } from '../../shared/intake/receipt/receipt.ts';
import { reconcile } from '../../shared/intake/receipt/reconcile.ts';
import { holdsPatientData } from '../../shared/intake/receipt/refused.ts';
import { uploadId } from '../../shared/intake/upload-id.ts';
import { readKnowing } from './read-knowing.ts';
import { patientDataIn } from './screen.ts';
import type { TakeInDeps } from './take-in.ts';

type Deps = Pick<TakeInDeps, 'ledger' | 'index' | 'work' | 'open'>;
/** A file as somebody would hand it in. */
type HandedIn = Omit<Upload, 'uploadId' | 'sha256'> & { readonly bytes: Uint8Array };

/** The receipt that sending a file would give, by the same reading; nothing of it is stored. */
export async function checkUpload(deps: Deps, file: HandedIn): Promise<Receipt> {
  const { bytes, ...said } = file;
  const sha256 = hash('sha256', bytes, 'hex');
  const upload: Upload = { ...said, sha256, uploadId: uploadId({ ...said, sha256 }) };
  const opened = await deps.open(bytes);
  const hit = patientDataIn(opened, upload.fileName);
  if (hit !== null) return holdsPatientData({ upload, scan: 'none' }, kindOf(opened), hit);
  const { read, known } = await readKnowing(deps, upload, opened);
  return reconcile({ read, upload, known }).receipt;
}
