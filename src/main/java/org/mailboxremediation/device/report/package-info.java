/** Reads what scanners write. What comes in is hostile; what comes out is one bounded normal form. */
@NullMarked
package org.mailboxremediation.device.report;

import org.jspecify.annotations.NullMarked;
