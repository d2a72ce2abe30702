/** The HTTP contract. */
@NullMarked
package org.mailboxremediation.api;

import org.jspecify.annotations.NullMarked;
