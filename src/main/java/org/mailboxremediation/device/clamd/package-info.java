/** ClamAV's daemon: our own client for it, and what it says of the files that are uploaded. */
@NullMarked
package org.mailboxremediation.device.clamd;

import org.jspecify.annotations.NullMarked;
