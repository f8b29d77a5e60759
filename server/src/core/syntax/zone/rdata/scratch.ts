/** The most that a record's data can be, 65,535 octets: written over by each string or hexadecimal run that is decoded. */
export const scratch = new Uint8Array(0xffff);
