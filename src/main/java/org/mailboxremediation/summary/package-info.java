/**
 * All cases side by side: one row each, derived from the facts in the transaction that changes them, to be searched, sorted
 * and counted. Nothing that decides about a case reads it.
 */
@NullMarked
package org.mailboxremediation.summary;

import org.jspecify.annotations.NullMarked;
