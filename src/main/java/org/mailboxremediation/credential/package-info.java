/** New passwords: generated, sealed, revealed once. */
@NullMarked
package org.mailboxremediation.credential;

import org.jspecify.annotations.NullMarked;
