import { isPdf, isZip } from '../../../shared/intake/open/open-kinds.ts';
import type { Receipt } from '../../../shared/intake/receipt/receipt.ts';
import { CONTENT_TYPES } from '../../../shared/intake/upload-limits.ts';
import { download } from '../route.ts';
import { uploadAsked } from './receipt-route.ts';
import { UploadAsk } from './receipt-says.ts';
import { icbOf } from './upload-resource.ts';

/** `/uploads/:id/original`: the file as it was sent, where it is kept; its type is what its bytes are. */
export const originalRoute = download({
  path: '/uploads/:id/original',
  about: 'The original of an upload, as it was sent.',
  action: 'read-original',
  ask: UploadAsk,
  on: uploadAsked,
  async file({ work, originals }, { ask: { id } }) {
    const receipt = await work.receipt(id);
    // Of a refused file nothing is kept; the same bytes may have come in another upload, which is its own matter.
    if (receipt === undefined || receipt.refused) return null;
    const bytes = await originals.get(receipt.sha256);
    if (bytes === undefined) return null;
    const { type, ending } = typeOf(bytes, receipt);
    return { name: `${id}.${ending}`, type, bytes };
  },
  async audit(deps, asked) {
    const upload = await uploadAsked(deps, asked);
    return { did: 'downloaded', what: asked.ask.id, icb: upload && icbOf(upload) };
  },
});

function typeOf(bytes: Uint8Array, { checklist }: Receipt): { type: string; ending: string } {
  if (isPdf(bytes)) return { type: CONTENT_TYPES[3], ending: 'pdf' };
  if (isZip(bytes)) {
    return checklist === null
      ? { type: CONTENT_TYPES[1], ending: 'xlsx' }
      : { type: CONTENT_TYPES[2], ending: 'docx' };
  }
  return { type: 'text/csv', ending: 'csv' };
}
