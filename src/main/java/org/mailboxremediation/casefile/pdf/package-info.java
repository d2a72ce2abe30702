/** Sheets of paper: text, tables and drawings that any text may be put on. Knows nothing of cases. */
@NullMarked
package org.mailboxremediation.casefile.pdf;

import org.jspecify.annotations.NullMarked;
