/** The embedded mail system: reached over the network only. */
@NullMarked
package org.mailboxremediation.sandbox;

import org.jspecify.annotations.NullMarked;
