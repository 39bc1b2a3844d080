import type { Route } from '../route.ts';
import { replyRoute, reviewRoute } from './act-routes.ts';
import { checkPageRoute, checkRoute } from './check-routes.ts';
import { uploadsRoute } from './list-route.ts';
import { originalRoute } from './original-route.ts';
import { receiptRoute } from './receipt-route.ts';
import { reviewsRoute } from './reviews-route.ts';
import { grantRoute, newUploadRoute } from './send-routes.ts';

/** Sending files, receipts, and what is said of documents. Paths with words of their own stand before `:id`. */
export const uploadRoutes: readonly Route[] = [
  uploadsRoute,
  newUploadRoute,
  grantRoute,
  checkPageRoute,
  checkRoute,
  receiptRoute,
  originalRoute,
  reviewRoute,
  replyRoute,
  reviewsRoute,
];
