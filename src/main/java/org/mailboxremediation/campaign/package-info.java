/** Many mailboxes at once: what was handed in, row by row, and how far it has come. */
@NullMarked
package org.mailboxremediation.campaign;

import org.jspecify.annotations.NullMarked;
