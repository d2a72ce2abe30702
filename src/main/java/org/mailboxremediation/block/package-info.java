/** Blocking a sender without friendly fire. */
@NullMarked
package org.mailboxremediation.block;

import org.jspecify.annotations.NullMarked;
