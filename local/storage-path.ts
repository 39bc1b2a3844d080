/** Where files are sent on one machine, beneath the address of its pages. */
export const STORAGE_PATH = '/storage/uploads';
