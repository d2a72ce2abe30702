/** One Java delegate for each service task: read, one call, write at most two variables. */
@NullMarked
package org.mailboxremediation.process.delegate;

import org.jspecify.annotations.NullMarked;
